import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#core/errors';
import type { Goal } from '#core/goal';
import { announce } from '#lib/announce';
import { FieldProblems, useFieldProblems } from '#lib/field-problems';
import { useOneAtATime } from '#lib/one-at-a-time';
import { command } from '#lib/query-client';
import { unsaved, useUnsavedWork } from '#lib/unsaved-work';
import { Button } from '#ui/button';
import { ErrorState } from '#ui/error-state';
import { FormDialog } from '#ui/form-dialog';
import { TextArea, TextField } from '#ui/text-field';
import type { Preset } from './examples';
import { type GoalField, useGoalForm } from './goal-form';
import css from './goal-form.module.css';
import { MeasureField } from './measure-field';
import { ScheduleField } from './schedule-field';
import { SpanField } from './span-field';

type Props = {
  /** null for a new one. */
  readonly goal: Goal | null;
  /** What a new one begins with. */
  readonly preset: Preset | null;
  readonly onClose: () => void;
};

const none: readonly GoalField[] = [];

const useSaving = ({ draft, words, isChanged }: ReturnType<typeof useGoalForm>, onClose: () => void) => {
  const { t } = useTranslation();
  const [wrong, setWrong] = useState(none);
  const [error, setError] = useState<ErrorCode | null>(null);
  const saving = useOneAtATime();
  const save = async (): Promise<void> => {
    setError(null);
    setWrong('id' in draft ? none : draft);
    if (!('id' in draft)) return;
    const result = await command('goals.save', draft);
    if (!result.ok) return setError(result.error.code);
    announce(t('ui.saved'));
    onClose();
  };
  useUnsavedWork(async () => {
    await saving.settled();
    const kept = 'id' in draft ? draft : words();
    if (!isChanged || kept === null) return [];
    const result = await command('goals.save', kept);
    return result.ok ? [] : [unsaved('goals.save', kept)];
  });
  return {
    wrong,
    error,
    isSaving: saving.isRunning,
    save: () => saving.run(save),
    /** Something is told anew: what was wrong is looked for again when it is saved. */
    forget: () => setWrong(none),
  };
};

/** A goal with everything about it. */
export const GoalDialog = ({ goal, preset, onClose }: Props) => {
  const { t } = useTranslation();
  const state = useGoalForm(goal, preset);
  const { wrong, error, isSaving, save, forget } = useSaving(state, onClose);
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
      <Button variant="ghost" onPress={() => leave(onClose)}>
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
      onClose={onClose}
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
