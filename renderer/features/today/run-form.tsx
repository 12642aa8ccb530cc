import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#core/errors';
import type { EndCause, Run, RunDraft } from '#core/run';
import type { OneAtATime } from '#lib/one-at-a-time';
import { command } from '#lib/query-client';
import { newRecordId } from '#lib/record-id';
import { useToday } from '#lib/today';
import { unsaved, useUnsavedWork } from '#lib/unsaved-work';
import { Checkbox } from '#ui/checkbox';
import { ErrorState } from '#ui/error-state';
import { TextArea } from '#ui/text-field';
import css from './clean-time.module.css';
import { draftOf, runFrom } from './run-days';
import { CauseField, DayAndTimeField } from './run-fields';
import { type DayAndTime, dayAndTimeOf, type RunProblem, spanOf } from './run-moment';

type Props = {
  readonly run: Run | null;
  readonly id: string;
  readonly saving: OneAtATime;
  readonly onDone: () => void;
};

const useRunForm = ({ run, saving, onDone }: Props) => {
  const today = useToday();
  // The same for every try, so that trying again never makes a second run.
  const [newId] = useState(newRecordId);
  const [began, setBegan] = useState<DayAndTime>(
    run === null ? { day: today, minutes: null } : dayAndTimeOf(run.began),
  );
  const [ended, setEnded] = useState<DayAndTime | null>(run?.ended ? dayAndTimeOf(run.ended) : null);
  const [cause, setCause] = useState<EndCause>(run?.endCause ?? 'slip');
  const [note, setNote] = useState(run?.note ?? '');
  const [problem, setProblem] = useState<RunProblem | null>(null);
  const [error, setError] = useState<ErrorCode | null>(null);
  const baseOf = (first: RunDraft['began']): RunDraft =>
    run === null ? { ...runFrom(first), id: newId } : draftOf(run);
  const save = async (): Promise<void> => {
    const span = spanOf({ began, ended }, run);
    if (typeof span === 'string') return setProblem(span);
    setProblem(null);
    const endCause = span.ended === null ? null : cause;
    const result = await command('runs.save', { ...baseOf(span.began), ...span, endCause, note });
    if (result.ok) onDone();
    else setError(result.error.code);
  };
  // A run that is not written down yet begins for nobody but by its button; its words are not lost, though.
  useUnsavedWork(async () => {
    await saving.settled();
    const span = spanOf({ began, ended }, run);
    if (note === (run?.note ?? '') || typeof span === 'string') return [];
    const draft = { ...baseOf(span.began), ...span, endCause: ended && cause, note };
    const result = await command('runs.save', draft);
    return result.ok ? [] : [unsaved('runs.save', draft)];
  });
  return { began, setBegan, ended, setEnded, cause, setCause, note, setNote, problem, error, save };
};

/** One run: its first day and, when it is over, its last. */
export const RunForm = (props: Props) => {
  const { t } = useTranslation();
  const form = useRunForm(props);
  const today = useToday();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void props.saving.run(form.save);
  };
  return (
    <form id={props.id} className={css.form} onSubmit={submit} aria-label={t('today.run.title')}>
      <DayAndTimeField label={t('today.run.firstDay')} value={form.began} onChange={form.setBegan} />
      <Checkbox
        isSelected={form.ended === null}
        onChange={(goesOn) => form.setEnded(goesOn ? null : { day: today, minutes: null })}
      >
        {t('today.run.goesOn')}
      </Checkbox>
      {form.ended !== null && (
        <>
          <DayAndTimeField label={t('today.run.lastDay')} value={form.ended} onChange={form.setEnded} />
          <CauseField value={form.cause} onChange={form.setCause} />
        </>
      )}
      <TextArea
        label={t('today.run.note')}
        page
        rows={2}
        value={form.note}
        maxLength={20_000}
        onChange={form.setNote}
      />
      {form.problem !== null && <p role="alert">{t(`today.run.problems.${form.problem}`)}</p>}
      {form.error !== null && <ErrorState code={form.error} />}
    </form>
  );
};
