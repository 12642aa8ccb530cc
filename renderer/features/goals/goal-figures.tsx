import { Label } from 'react-aria-components/Label';
import { Meter } from 'react-aria-components/Meter';
import { useTranslation } from 'react-i18next';
import type { GoalProgress } from '#core/goal';
import { formatNumber, formatPercent, formatShare } from '#lib/format';
import { runInWords } from '#lib/goal-words';
import type { GoalStatus } from './goal-status';
import css from './goals.module.css';

const Strength = ({ strength }: { readonly strength: number }) => {
  const { t } = useTranslation();
  const words = formatPercent(strength);
  return (
    <Meter className={css.strength} value={strength * 100} valueLabel={words}>
      <Label>{t('goals.strength')}</Label>
      <span className={css.track}>
        <span className={css.fill} style={{ width: `${strength * 100}%` }} />
      </span>
      <span className={css.figure}>{words}</span>
    </Meter>
  );
};

type Props = { readonly progress: GoalProgress; readonly status: GoalStatus };

/** How firm the habit is, how long it has held, how often it was kept; none of it before the first day is over. */
export const GoalFigures = ({ progress, status }: Props) => {
  const { t } = useTranslation();
  const { kept, due, strength, goal, keptThisWeek } = progress;
  // What is over has no run that goes on.
  const run = runInWords(status === 'ended' ? { ...progress, currentRun: 0 } : progress);
  return (
    <div className={css.figures}>
      {due > 0 && <Strength strength={strength} />}
      {run !== null && <span>{run}</span>}
      {due > 0 && <span>{t('goals.kept', { share: formatShare(kept, due) })}</span>}
      {status === 'current' && goal.schedule.type === 'times-a-week' && (
        <span>
          {t('goals.keptThisWeek', {
            share: t('time.share', {
              part: formatNumber(keptThisWeek, 0),
              whole: formatNumber(goal.schedule.times, 0),
            }),
          })}
        </span>
      )}
      {due === 0 && run === null && <span>{t('goals.noFigures')}</span>}
    </div>
  );
};
