import { Pencil, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CheckIn } from '#core/check-in';
import type { Mood } from '#core/feeling';
import { isolated } from '#lib/bidi';
import { useFeelingWord } from '#lib/feeling-words';
import { formatMomentExactly, formatTime } from '#lib/format';
import { useOneAtATime } from '#lib/one-at-a-time';
import { command } from '#lib/query-client';
import { tellFailure } from '#lib/tell-failure';
import { showToast } from '#lib/toasts';
import { IconButton } from '#ui/icon-button';
import { MoodDot } from '#ui/mood-dot';
import css from './check-in.module.css';
import { saidIn } from './check-in-words';

type Props = { readonly checkIn: CheckIn; readonly onEdit: () => void };

const Said = ({ checkIn }: { readonly checkIn: CheckIn }) => {
  const { t } = useTranslation();
  const feelingWord = useFeelingWord();
  const mood = checkIn.mood as Mood | null;
  const feelings = checkIn.feelings.map((feeling) => isolated(feelingWord(feeling))).join(', ');
  const rest = [...(feelings === '' ? [] : [feelings]), ...saidIn(checkIn)].join(' · ');
  return (
    <div className={css.words}>
      {mood !== null && (
        <span className={css.mood}>
          <MoodDot mood={mood} />
          {t(`mood.${mood}`)}
        </span>
      )}
      {mood !== null && rest !== '' && ' · '}
      <span className={css.said}>{rest}</span>
      {checkIn.note.trim() !== '' && (
        <p className={css.note} dir="auto">
          {checkIn.note}
        </p>
      )}
    </div>
  );
};

/** A check-in on one line, its note below. */
export const CheckInRow = ({ checkIn, onEdit }: Props) => {
  const { t } = useTranslation();
  const { id } = checkIn;
  const removing = useOneAtATime();
  const time = formatTime(checkIn);
  const restore = async (): Promise<void> => {
    const result = await command('checkIns.restore', { id });
    if (!result.ok) tellFailure(result.error.code);
  };
  const remove = async (): Promise<void> => {
    const result = await command('checkIns.delete', { id });
    if (!result.ok) return tellFailure(result.error.code);
    showToast({
      about: 'deleted-check-in',
      text: t('today.checkIns.deleted'),
      action: { label: t('ui.undo'), run: () => void restore() },
    });
  };
  return (
    <li className={css.checkIn}>
      <time className={css.time} dateTime={new Date(checkIn.at).toISOString()} title={formatMomentExactly(checkIn)}>
        {time}
      </time>
      <Said checkIn={checkIn} />
      <div className={css.buttons}>
        <IconButton name={t('today.checkIns.edit', { time })} icon={Pencil} onPress={onEdit} />
        <IconButton
          name={t('today.checkIns.delete', { time })}
          icon={Trash2}
          onPress={() => void removing.run(remove)}
        />
      </div>
    </li>
  );
};
