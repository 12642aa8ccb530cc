import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#core/errors';
import { announce } from '#lib/announce';
import { FieldProblems, useFieldProblems } from '#lib/field-problems';
import { useOneAtATime } from '#lib/one-at-a-time';
import { command } from '#lib/query-client';
import { useDraft } from '#lib/use-draft';
import { Button } from '#ui/button';
import { ErrorState } from '#ui/error-state';
import { FormDialog } from '#ui/form-dialog';
import { TextArea, TextField } from '#ui/text-field';
import { type GoalEditing, type GoalField, useGoalForm } from './goal-form';
import css from './goal-form.module.css';
import { MeasureField } from './measure-field';
import { ScheduleField } from './schedule-field';
import { SpanField } from './span-field';

type Props = GoalEditing & { readonly onClose: () => void };

const none: readonly GoalField[] = [];

const useSaving = ({ draft, content }: ReturnType<typeof useGoalForm>, { resumed, onClose }: Props) => {
  const { t } = useTranslation();
  const [wrong, setWrong] = useState(none);
  const [error, setError] = useState<ErrorCode | null>(null);
  const saving = useOneAtATime();
  const save = async (): Promise<void> => {
    setError(null);
    setWrong('id' in draft ? none : draft);
    if (!('id' in draft)) return;
    const result = await kept.store((finishes) => command('goals.save', { ...draft, finishes }));
    if (!result.ok) return setError(result.error.code);
    announce(t('ui.saved'));
    onClose();
  };
  const kept = useDraft({ content, resumed, settled: saving.settled });
  return {
    wrong,
    error,
    isSaving: saving.isRunning,
    save: () => saving.run(save),
    giveUp: () => {
      void kept.drop();
      onClose();
    },
    /** Something is told anew: what was wrong is looked for again when it is saved. */
    forget: () => setWrong(none),
  };
};

/** A goal with everything about it. */
export const GoalDialog = (props: Props) => {
  const { goal } = props;
  const { t } = useTranslation();
  const state = useGoalForm(props);
  const { wrong, error, isSaving, save, giveUp, forget } = useSaving(state, props);
  const problems = useFieldProblems();
  const { form } = state;
  const change: typeof state.change = (told) => {
    forget();
    state.change(told);
  };
  const id = useId();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (problems.allRight()) void save();
  };
  const title = t(goal === null ? 'goals.form.newTitle' : 'goals.form.editTitle');
  const footer = (leave: (way: () => void) => void): ReactNode => (
    <>
      <Button variant="ghost" onPress={() => leave(giveUp)}>
        {t('ui.cancel')}
      </Button>
      <Button type="submit" form={id} isPending={isSaving}>
        {t('goals.form.save')}
      </Button>
    </>
  );
  return (
    <FormDialog
      title={title}
      isOpen
      isChanged={() => state.isChanged || problems.first() !== null}
      onClose={giveUp}
      footer={footer}
    >
      <form id={id} className={css.form} aria-label={title} onSubmit={submit} noValidate>
        <TextField
          label={t('goals.form.title')}
          value={form.title}
          maxLength={2000}
          onChange={(text) => change({ title: text })}
          error={wrong.includes('title') ? t('goals.form.wrong.title') : undefined}
          autoFocus
        />
        <TextArea
          label={t('goals.form.why')}
          page
          rows={2}
          value={form.why}
          maxLength={20_000}
          onChange={(why) => change({ why })}
        />
        <FieldProblems value={problems}>
          <MeasureField form={form} onChange={change} isWrong={wrong.includes('measure')} />
          <ScheduleField form={form} onChange={change} isWrong={wrong.includes('schedule')} />
          <SpanField form={form} onChange={change} wrong={wrong} />
        </FieldProblems>
        {error !== null && <ErrorState code={error} />}
      </form>
    </FormDialog>
  );
};
