import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Goal, GoalProgress } from '#core/goal';
import { ok } from '#core/result';
import { call } from '#lib/client';
import { useCallQuery } from '#lib/query-client';
import { tellFailure } from '#lib/tell-failure';
import { useToday } from '#lib/today';
import { useTakenUp } from '#lib/waiting-drafts';
import { Button } from '#ui/button';
import { EmptyState } from '#ui/empty-state';
import { ErrorState } from '#ui/error-state';
import { Page } from '#ui/page';
import { Skeleton } from '#ui/skeleton';
import { Examples } from './examples';
import { GoalCard } from './goal-card';
import { GoalDialog } from './goal-dialog';
import type { GoalEditing } from './goal-form';
import { type GoalStatus, statuses, statusOf } from './goal-status';
import css from './goals.module.css';
import { Legend } from './legend';

/** What the dialog is open for; null while it is closed. */
type Editing = GoalEditing | null;

const nothing: GoalEditing = { goal: null, preset: null, resumed: null };

type SectionProps = {
  readonly status: GoalStatus;
  readonly goals: readonly GoalProgress[];
  readonly onEdit: (goal: Goal) => void;
};

const Section = ({ status, goals, onEdit }: SectionProps) => {
  const { t } = useTranslation();
  if (goals.length === 0) return null;
  const heading = t(`goals.sections.${status}`);
  return (
    <section className={css.section} aria-label={heading}>
      {status !== 'current' && <h2 className={css.heading}>{heading}</h2>}
      <ul className={css.goals}>
        {goals.map((progress) => (
          <li key={progress.goal.id}>
            <GoalCard progress={progress} level={status === 'current' ? 2 : 3} onEdit={() => onEdit(progress.goal)} />
          </li>
        ))}
      </ul>
    </section>
  );
};

/** What the person means to do again and again. */
export const GoalsPage = () => {
  const { t } = useTranslation();
  const today = useToday();
  const { data, error, isPending, isError, refetch } = useCallQuery('goals.list', { today });
  const [editing, setEditing] = useState<Editing>(null);
  useTakenUp('goal', async (resumed) => {
    const { record, baseVersion } = resumed.content;
    const listed = baseVersion === null ? ok([]) : await call('goals.list', { today });
    if (!listed.ok) return tellFailure(listed.error.code);
    // Where it is not as it was any more, what was told becomes one of its own.
    const there = listed.value.find(({ goal }) => goal.id === record && goal.version === baseVersion);
    setEditing({ ...nothing, goal: there?.goal ?? null, resumed });
  });
  const add = (
    <Button icon={Plus} onPress={() => setEditing(nothing)}>
      {t('goals.new')}
    </Button>
  );
  const hasGoals = data !== undefined && data.length > 0;
  return (
    <Page title={t('goals.title')} actions={hasGoals ? add : undefined}>
      {isPending && <Skeleton lines={6} />}
      {isError && <ErrorState code={error.code} onRetry={() => void refetch()} />}
      {data?.length === 0 && (
        <>
          <EmptyState action={add}>{t('goals.empty')}</EmptyState>
          <Examples onChoose={(preset) => setEditing({ ...nothing, preset })} />
        </>
      )}
      {hasGoals && <Legend />}
      {statuses.map((status) => (
        <Section
          key={status}
          status={status}
          goals={data?.filter(({ goal }) => statusOf(goal, today) === status) ?? []}
          onEdit={(goal) => setEditing({ ...nothing, goal })}
        />
      ))}
      {editing !== null && <GoalDialog {...editing} onClose={() => setEditing(null)} />}
    </Page>
  );
};
