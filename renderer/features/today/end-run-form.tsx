import { LifeBuoy } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#core/errors';
import { minuteOfDay } from '#core/local-date';
import type { RecordVersion } from '#core/record';
import type { EndCause, Run, RunDraft } from '#core/run';
import { FieldProblems, useFieldProblems } from '#lib/field-problems';
import { formatNumber } from '#lib/format';
import { command } from '#lib/query-client';
import { tellFailure } from '#lib/tell-failure';
import { showToast } from '#lib/toasts';
import { systemZone, useToday } from '#lib/today';
import { Checkbox } from '#ui/checkbox';
import { ErrorState } from '#ui/error-state';
import { TextArea } from '#ui/text-field';
import { TextLink } from '#ui/text-link';
import css from './clean-time.module.css';
import { daysOfRun, draftOf, goingOn, runFrom } from './run-days';
import { CauseField, DayAndTimeField } from './run-fields';
import { type DayAndTime, dayAndTimeOf, type RunProblem, spanOf } from './run-moment';

const rules = ['alone', 'naloxone', 'smaller', 'fentanyl'] as const;

/** Tolerance falls within days: said before anything else (care.md, "Emergency card"; sources in the emergency feature). */
const SafeFirst = () => {
  const { t } = useTranslation();
  return (
    <section className={css.safe}>
      <h3 className={css.safeTitle}>
        <LifeBuoy className={css.icon} aria-hidden />
        {t('today.end.safe')}
      </h3>
      <p>{t('emergency.tolerance.lead')}</p>
      <ul className={css.rules}>
        {rules.map((rule) => (
          <li key={rule}>{t(`emergency.tolerance.${rule}`)}</li>
        ))}
      </ul>
      <TextLink href="/emergency">{t('today.end.emergency')}</TextLink>
    </section>
  );
};

type Props = { readonly run: Run; readonly id: string; readonly onDone: () => void };

const undoEnd = async (run: Run, version: RecordVersion, next: RunDraft | null): Promise<void> => {
  const reopened = await command('runs.save', goingOn(run, version));
  const result = reopened.ok && next !== null ? await command('runs.delete', { id: next.id }) : reopened;
  if (!result.ok) tellFailure(result.error.code);
};

const useEnding = ({ run, onDone }: Props) => {
  const { t } = useTranslation();
  const today = useToday();
  const [ended, setEnded] = useState<DayAndTime>({ day: today, minutes: minuteOfDay(Date.now(), systemZone()) });
  const [cause, setCause] = useState<EndCause>('slip');
  const [note, setNote] = useState(run.note);
  const [beginNext, setBeginNext] = useState(true);
  const [problem, setProblem] = useState<RunProblem | null>(null);
  const [error, setError] = useState<ErrorCode | null>(null);
  const save = async (): Promise<void> => {
    const span = spanOf({ began: dayAndTimeOf(run.began), ended }, run);
    if (typeof span === 'string') return setProblem(span);
    setProblem(null);
    const result = await command('runs.save', { ...draftOf(run), ...span, endCause: cause, note });
    if (!result.ok) return setError(result.error.code);
    const next = beginNext && span.ended !== null ? runFrom(span.ended) : null;
    const begun = next === null ? result : await command('runs.save', next);
    onDone();
    // The end is written down; a first day can be set again where it did not work.
    if (!begun.ok) return tellFailure(begun.error.code);
    showToast({
      text: t('today.end.done'),
      action: { label: t('ui.undo'), run: () => void undoEnd(run, result.value.version, next) },
    });
  };
  return { ended, setEnded, cause, setCause, note, setNote, beginNext, setBeginNext, problem, error, save };
};

/** Days free in the run once it ends as told: the day of a slip is not one of them. */
const useDaysThatStay = (
  run: Run,
  { ended, cause }: { readonly ended: DayAndTime; readonly cause: EndCause },
): number => {
  const today = useToday();
  const end = ended.day === null ? null : { ...run.began, day: ended.day };
  return daysOfRun({ ...run, ended: end, endCause: end === null ? null : cause }, today);
};

/** Writes down that a run is over: safety first, then kindness; the next begins. */
export const EndRunForm = (props: Props) => {
  const { t } = useTranslation();
  const form = useEnding(props);
  const problems = useFieldProblems();
  const count = useDaysThatStay(props.run, form);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (problems.allRight()) void form.save();
  };
  return (
    <form id={props.id} className={css.form} onSubmit={submit} aria-label={t('today.end.title')}>
      {form.cause === 'slip' && <SafeFirst />}
      <p className={css.kind}>
        {t(`today.end.kind.${form.cause}`)} {t('today.end.stays', { count, days: formatNumber(count, 0) })}
      </p>
      <CauseField value={form.cause} onChange={form.setCause} />
      <FieldProblems value={problems}>
        <DayAndTimeField label={t('today.end.when')} value={form.ended} onChange={form.setEnded} />
      </FieldProblems>
      <TextArea
        label={t('today.end.note')}
        description={t('today.end.noteHint')}
        page
        rows={2}
        value={form.note}
        maxLength={20_000}
        onChange={form.setNote}
      />
      <Checkbox isSelected={form.beginNext} onChange={form.setBeginNext}>
        {t('today.end.beginNext')}
      </Checkbox>
      {form.problem !== null && <p role="alert">{t(`today.run.problems.${form.problem}`)}</p>}
      {form.error !== null && <ErrorState code={form.error} />}
    </form>
  );
};
