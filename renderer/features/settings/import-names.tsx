import { useTranslation } from 'react-i18next';
import type { Mood } from '#core/feeling';
import type { ActivityTarget, ImportMapping, ImportPreview } from '#core/import';
import { formatNumber } from '#lib/format';
import { Select } from '#ui/select';
import css from './merge.module.css';

const moods: readonly Mood[] = [5, 4, 3, 2, 1];
const targets: readonly ActivityTarget[] = ['tag', 'feeling', 'leave'];
const NONE = 'none';

type Props = {
  readonly preview: ImportPreview;
  readonly mapping: ImportMapping;
  readonly onChange: (mapping: ImportMapping) => void;
};

const Moods = ({ preview, mapping, onChange }: Props) => {
  const { t } = useTranslation();
  const chosen = new Map(mapping.moods.map(({ name, mood }) => [name, mood]));
  return (
    <fieldset className={css.names}>
      <legend>{t('settings.import.moods')}</legend>
      {preview.moods.map(({ name, count }) => (
        <Select
          key={name}
          label={t('settings.import.moodFor', { name, shown: formatNumber(count, 0) })}
          options={[
            ...moods.map((mood) => ({ id: String(mood), label: t(`mood.${mood}`) })),
            { id: NONE, label: t('settings.import.noMood') },
          ]}
          value={String(chosen.get(name) ?? NONE)}
          onChange={(id) =>
            onChange({
              ...mapping,
              moods: mapping.moods.map((one) =>
                one.name === name ? { name, mood: id === NONE ? null : Number(id) } : one,
              ),
            })
          }
        />
      ))}
    </fieldset>
  );
};

const Activities = ({ preview, mapping, onChange }: Props) => {
  const { t } = useTranslation();
  const chosen = new Map(mapping.activities.map(({ name, target }) => [name, target]));
  return (
    <fieldset className={css.names}>
      <legend>{t('settings.import.activities')}</legend>
      {preview.activities.map(({ name, count }) => (
        <Select
          key={name}
          label={t('settings.import.moodFor', { name, shown: formatNumber(count, 0) })}
          options={targets.map((id) => ({ id, label: t(`settings.import.${id}`) }))}
          value={chosen.get(name) ?? 'leave'}
          onChange={(target) =>
            onChange({
              ...mapping,
              activities: mapping.activities.map((one) => (one.name === name ? { name, target } : one)),
            })
          }
        />
      ))}
    </fieldset>
  );
};

/** What another journal's names of moods and doings are here; as Ebb suggests, until the person says otherwise. */
export const ImportNames = (props: Props) => (
  <>
    {props.preview.moods.length > 0 && <Moods {...props} />}
    {props.preview.activities.length > 0 && <Activities {...props} />}
  </>
);
