import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Mood } from '#core/feeling';
import { formatMomentExactly } from '#lib/format';
import { useToday } from '#lib/today';
import { Button } from '#ui/button';
import { IconButton } from '#ui/icon-button';
import { MomentField } from '#ui/moment-field';
import { MoodDot } from '#ui/mood-dot';
import { MoodPicker } from '#ui/mood-picker';
import { Popover } from '#ui/popover';
import css from './entry.module.css';
import { EntryStatus } from './entry-status';
import type { EntryEditing } from './use-entry-editing';

const When = ({ fields, change }: Pick<EntryEditing, 'fields' | 'change'>) => {
  const { t } = useTranslation();
  const today = useToday();
  return (
    <Popover label={t('journal.when')} trigger={<Button variant="quiet">{formatMomentExactly(fields)}</Button>}>
      <MomentField
        label={t('journal.when')}
        at={fields.at}
        zone={fields.zone}
        maxDay={today}
        onChange={(at) => change({ at })}
      />
    </Popover>
  );
};

const EntryMood = ({ fields, change }: Pick<EntryEditing, 'fields' | 'change'>) => {
  const { t } = useTranslation();
  const mood = fields.mood as Mood | null;
  const trigger = (
    <Button
      variant="quiet"
      aria-label={mood === null ? t('journal.addMood') : t('journal.mood', { mood: t(`mood.${mood}`) })}
    >
      {mood !== null && <MoodDot mood={mood} size="small" />}
      {mood === null ? t('journal.addMood') : t(`mood.${mood}`)}
    </Button>
  );
  return (
    <Popover label={t('mood.label')} trigger={trigger}>
      <MoodPicker label={t('mood.label')} value={mood} onChange={(next) => change({ mood: next })} />
    </Popover>
  );
};

type Props = { readonly editing: EntryEditing; readonly onDelete: () => void };

/** When the entry is from, its mood, how its saving stands, and the bin. */
export const EntryHead = ({ editing, onDelete }: Props) => {
  const { t } = useTranslation();
  const { fields, change, state, wordCount } = editing;
  return (
    <div className={css.head}>
      <div className={css.facts}>
        <When fields={fields} change={change} />
        <EntryMood fields={fields} change={change} />
      </div>
      <div className={css.facts}>
        <EntryStatus state={state} wordCount={wordCount} />
        <IconButton name={t('journal.delete')} icon={Trash2} onPress={onDelete} small />
      </div>
    </div>
  );
};
