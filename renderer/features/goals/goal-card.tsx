import { CalendarCheck, ChevronDown, ChevronUp, Ellipsis, Pause, Pencil, Play, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Goal, GoalDraft, GoalProgress } from '#core/goal';
import { formatDayShort } from '#lib/format';
import { amountInWords, scheduleInWords } from '#lib/goal-words';
import { command } from '#lib/query-client';
import { tellFailure } from '#lib/tell-failure';
import { showToast } from '#lib/toasts';
import { useToday } from '#lib/today';
import { Button } from '#ui/button';
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
  showToast({ about: 'deleted-goal', text: words.deleted, action: { label: words.undo, run: () => void restore() } });
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

type Props = {
  readonly progress: GoalProgress;
  /** Of its heading. */
  readonly level: 2 | 3;
  readonly onEdit: () => void;
};

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

const TodayLine = ({ progress: { goal, dueToday, today: mark } }: Pick<Props, 'progress'>) => {
  const { t } = useTranslation();
  const today = useToday();
  if (!dueToday) {
    return (
      <p className={css.free}>
        <CalendarCheck className={css.icon} aria-hidden />
        {t('goals.freeToday')}
      </p>
    );
  }
  return (
    <div className={css.today}>
      <GoalTick on={{ goal, day: today, mark }}>
        {t('goals.doneToday')}
        <VisuallyHidden>{t('goals.ofGoal', { title: goal.title })}</VisuallyHidden>
      </GoalTick>
    </div>
  );
};

/** One goal: what it is, this week, how it holds, and its history. */
export const GoalCard = ({ progress, level, onEdit }: Props) => {
  const { t } = useTranslation();
  const id = useId();
  const today = useToday();
  const [history, setHistory] = useState(false);
  const { goal } = progress;
  const status = statusOf(goal, today);
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <article className={css.goal} aria-labelledby={id}>
      <div className={css.head}>
        <div className={css.what}>
          <Heading id={id} className={css.title} dir="auto">
            {goal.title}
          </Heading>
          <p className={css.facts}>{useFacts(goal)}</p>
          {goal.why.trim() !== '' && (
            <p className={css.why} dir="auto">
              {goal.why}
            </p>
          )}
          {status === 'current' && <TodayLine progress={progress} />}
        </div>
        {status === 'current' && <GoalWeek goal={goal} />}
        <GoalMenu goal={goal} onEdit={onEdit} />
      </div>
      {status !== 'upcoming' && (
        <div className={css.foot}>
          <GoalFigures progress={progress} status={status} />
          <Button
            variant="quiet"
            icon={history ? ChevronUp : ChevronDown}
            aria-expanded={history}
            onPress={() => setHistory(!history)}
          >
            {t('goals.history.title')}
          </Button>
        </div>
      )}
      {history && <GoalHistory goal={goal} />}
    </article>
  );
};
