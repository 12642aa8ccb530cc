import { CalendarCheck, Ellipsis, Pause, Pencil, Play, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Goal, GoalDraft, GoalProgress } from '#core/goal';
import { formatDayShort } from '#lib/format';
import { amountInWords, scheduleInWords } from '#lib/goal-words';
import { command } from '#lib/query-client';
import { tellFailure } from '#lib/tell-failure';
import { showToast } from '#lib/toasts';
import { useToday } from '#lib/today';
import { Disclosure } from '#ui/disclosure';
import { GoalTick } from '#ui/goal-tick';
import { IconButton } from '#ui/icon-button';
import { Menu } from '#ui/menu';
import { VisuallyHidden } from '#ui/visually-hidden';
import { GoalFigures } from './goal-figures';
import { GoalHistory } from './goal-history';
import { pausedFrom, resumedOn, statusOf } from './goal-status';
import { GoalWeek } from './goal-week';
import css from './goals.module.css';

const send = async (draft: GoalDraft): Promise<void> => {
  const result = await command('goals.save', draft);
  if (!result.ok) tellFailure(result.error.code);
};

const removeGoal = async ({ id }: Goal, words: { readonly deleted: string; readonly undo: string }): Promise<void> => {
  const restore = async (): Promise<void> => {
    const result = await command('goals.restore', { id });
    if (!result.ok) tellFailure(result.error.code);
  };
  const result = await command('goals.delete', { id });
  if (!result.ok) return tellFailure(result.error.code);
  showToast({ text: words.deleted, action: { label: words.undo, run: () => void restore() } });
};

const useFacts = (goal: Goal): string => {
  const { t } = useTranslation();
  const today = useToday();
  const { measure, starts, ends } = goal;
  return [
    scheduleInWords(goal),
    ...(measure.type === 'amount' ? [amountInWords(measure.target, measure)] : []),
    ...(starts > today ? [t('goals.from', { day: formatDayShort(starts) })] : []),
    ...(ends === null ? [] : [t('goals.until', { day: formatDayShort(ends) })]),
  ].join(' · ');
};

type Props = { readonly progress: GoalProgress; readonly onEdit: () => void };

const GoalMenu = ({ goal, onEdit }: { readonly goal: Goal; readonly onEdit: () => void }) => {
  const { t } = useTranslation();
  const today = useToday();
  const status = statusOf(goal, today);
  const name = t('goals.menu.label', { title: goal.title });
  const pause = {
    id: 'pause',
    label: t('goals.menu.pause'),
    icon: Pause,
    run: () => void send(pausedFrom(goal, today)),
  };
  const resume = {
    id: 'resume',
    label: t('goals.menu.resume'),
    icon: Play,
    run: () => void send(resumedOn(goal, today)),
  };
  return (
    <Menu
      label={name}
      trigger={<IconButton name={name} icon={Ellipsis} />}
      items={[
        { id: 'edit', label: t('goals.menu.edit'), icon: Pencil, run: onEdit },
        ...(status === 'current' ? [pause] : []),
        ...(status === 'paused' ? [resume] : []),
        {
          id: 'delete',
          label: t('goals.menu.delete'),
          icon: Trash2,
          destructive: true,
          run: () => void removeGoal(goal, { deleted: t('goals.deleted'), undo: t('ui.undo') }),
        },
      ]}
    />
  );
};

/** One goal: what it is, this week, how it holds, and its history. */
export const GoalCard = ({ progress, onEdit }: Props) => {
  const { t } = useTranslation();
  const id = useId();
  const today = useToday();
  const [history, setHistory] = useState(false);
  const { goal, dueToday } = progress;
  const status = statusOf(goal, today);
  return (
    <article className={css.goal} aria-labelledby={id}>
      <div className={css.head}>
        <div className={css.titles}>
          <h3 id={id} className={css.title}>
            {goal.title}
          </h3>
          <p className={css.facts}>{useFacts(goal)}</p>
        </div>
        <GoalMenu goal={goal} onEdit={onEdit} />
      </div>
      {goal.why.trim() !== '' && <p className={css.why}>{goal.why}</p>}
      {status === 'current' && (
        <div className={css.now}>
          <div className={css.today}>
            {dueToday ? (
              <GoalTick on={{ goal, day: today, mark: progress.today }}>
                {t('goals.doneToday')}
                <VisuallyHidden>{t('goals.ofGoal', { title: goal.title })}</VisuallyHidden>
              </GoalTick>
            ) : (
              <p className={css.free}>
                <CalendarCheck className={css.icon} aria-hidden />
                {t('goals.freeToday')}
              </p>
            )}
          </div>
          <GoalWeek goal={goal} />
        </div>
      )}
      <GoalFigures progress={progress} isCurrent={status === 'current'} />
      {status !== 'upcoming' && (
        <Disclosure label={t('goals.history.title')} isOpen={history} onChange={setHistory}>
          <GoalHistory goal={goal} />
        </Disclosure>
      )}
    </article>
  );
};
