import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#core/errors';
import type { EndCause, Run } from '#core/run';
import { FieldProblems, useFieldProblems } from '#lib/field-problems';
import { command } from '#lib/query-client';
import { useToday } from '#lib/today';
import { Checkbox } from '#ui/checkbox';
import { ErrorState } from '#ui/error-state';
import { TextArea } from '#ui/text-field';
import css from './clean-time.module.css';
import { draftOf, runFrom } from './run-days';
import { CauseField, DayAndTimeField } from './run-fields';
import { type DayAndTime, dayAndTimeOf, type RunProblem, spanOf } from './run-moment';

type Props = { readonly run: Run | null; readonly id: string; readonly onDone: () => void };

const useRunForm = ({ run, onDone }: Props) => {
  const today = useToday();
  const [began, setBegan] = useState<DayAndTime>(
    run === null ? { day: today, minutes: null } : dayAndTimeOf(run.began),
  );
  const [ended, setEnded] = useState<DayAndTime | null>(run?.ended ? dayAndTimeOf(run.ended) : null);
  const [cause, setCause] = useState<EndCause>(run?.endCause ?? 'slip');
  const [note, setNote] = useState(run?.note ?? '');
  const [problem, setProblem] = useState<RunProblem | null>(null);
  const [error, setError] = useState<ErrorCode | null>(null);
  const save = async (): Promise<void> => {
    const span = spanOf({ began, ended }, run);
    if (typeof span === 'string') return setProblem(span);
    setProblem(null);
    const base = run === null ? runFrom(span.began) : draftOf(run);
    const endCause = span.ended === null ? null : cause;
    const result = await command('runs.save', { ...base, ...span, endCause, note });
    if (result.ok) onDone();
    else setError(result.error.code);
  };
  return { began, setBegan, ended, setEnded, cause, setCause, note, setNote, problem, error, save };
};

/** One run: its first day and, when it is over, its last. */
export const RunForm = (props: Props) => {
  const { t } = useTranslation();
  const form = useRunForm(props);
  const problems = useFieldProblems();
  const today = useToday();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (problems.allRight()) void form.save();
  };
  return (
    <form id={props.id} className={css.form} onSubmit={submit} aria-label={t('today.run.title')}>
      <FieldProblems value={problems}>
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
      </FieldProblems>
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
