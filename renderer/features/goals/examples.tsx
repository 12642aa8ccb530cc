import { useTranslation } from 'react-i18next';
import type { Measure, Schedule } from '#core/goal';
import { Button } from '#ui/button';
import css from './goals.module.css';

/** What an example fills into an empty form. */
export type Preset = { readonly title: string; readonly measure: Measure; readonly schedule: Schedule };

/** Goals to begin with; their titles and units are in the catalogue. */
const examples = [
  { key: 'meetings', schedule: { type: 'times-a-week', times: 3 }, target: null },
  { key: 'journal', schedule: { type: 'daily' }, target: null },
  { key: 'outside', schedule: { type: 'daily' }, target: 20 },
  { key: 'bed', schedule: { type: 'daily' }, target: null },
] as const;

/** A few goals to begin with, each opening the form filled in. */
export const Examples = ({ onChoose }: { readonly onChoose: (preset: Preset) => void }) => {
  const { t } = useTranslation();
  return (
    <div className={css.examples}>
      <p className={css.facts}>{t('goals.examples.lead')}</p>
      <ul className={css.exampleList}>
        {examples.map(({ key, schedule, target }) => {
          const title = t(`goals.examples.${key}`);
          const measure: Measure =
            target === null ? { type: 'yes-no' } : { type: 'amount', target, unit: t('goals.examples.minutes') };
          return (
            <li key={key}>
              <Button variant="ghost" onPress={() => onChoose({ title, measure, schedule })}>
                {title}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
};
