import { LifeBuoy } from 'lucide-react';
import { type FormEvent, type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContentOf } from '#core/draft';
import type { ErrorCode } from '#core/errors';
import { dayOf, type LocalDate, minuteOfDay } from '#core/local-date';
import type { EndCause, Run, RunDraft } from '#core/run';
import { FieldProblems, useFieldProblems } from '#lib/field-problems';
import { formatDayShort, formatNumber } from '#lib/format';
import type { OneAtATime } from '#lib/one-at-a-time';
import { command, useCallQuery } from '#lib/query-client';
import { newRecordId } from '#lib/record-id';
import { draftOf, withTypedOver, withWords } from '#lib/run-words';
import { tellFailure } from '#lib/tell-failure';
import { showToast } from '#lib/toasts';
import { systemZone, useToday } from '#lib/today';
import { useDraft } from '#lib/use-draft';
import type { DraftOf } from '#lib/waiting-drafts';
import { Checkbox } from '#ui/checkbox';
import { ErrorState } from '#ui/error-state';
import { TextArea } from '#ui/text-field';
import { TextLink } from '#ui/text-link';
import css from './clean-time.module.css';
import { daysOfRun, goingOn, type NextRun, runFrom } from './run-days';
import { CauseField, DayAndTimeField } from './run-fields';
import { type DayAndTime, dayAndTimeAt, dayAndTimeOf, type RunProblem, spanOf } from './run-moment';

const rules = ['alone', 'naloxone', 'smaller', 'fentanyl'] as const;

/** Tolerance falls within days: said before anything else (docs/care.md, "The emergency card"). */
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

type Props = {
  readonly run: Run;
  /** What goes on in its place, when that is told already. */
  readonly then: NextRun | null;
  /** Whether it is left for the form in which `then` was told, which shows it again. */
  readonly leadsBack: RefObject<boolean>;
  /** What was being told of it when the form went away. */
  readonly resumed: DraftOf<'run-end'> | null;
  readonly id: string;
  readonly saving: OneAtATime;
  readonly onDone: () => void;
};

type Ended = { readonly run: Run; readonly next: Run | null; readonly nextWas: Run | null };

/** Takes back what went on next, and then the end of `run`: never do two go on at once. */
const undoEnd = async (run: Run, { run: ended, next, nextWas }: Ended): Promise<void> => {
  const withdraw = () => {
    if (next === null) return null;
    if (nextWas === null) return command('runs.delete', { id: next.id });
    return command('runs.save', { ...draftOf(nextWas), baseVersion: next.version });
  };
  const withdrawn = await withdraw();
  const result = withdrawn?.ok === false ? withdrawn : await command('runs.save', goingOn(run, ended.version));
  if (!result.ok) tellFailure(result.error.code);
};

/** When the run ended, to begin with: where another is told to have begun since, on its first day; else now. */
const endOf = (run: Run, then: NextRun | null, today: LocalDate): DayAndTime =>
  then !== null && then.draft.began.at > run.began.at
    ? dayAndTimeAt(then.draft.began)
    : { day: today, minutes: minuteOfDay(Date.now(), systemZone()) };

type Fields = Pick<ContentOf<'run-end'>, 'ended' | 'cause' | 'note' | 'beginNext'>;

/** What is told of the end, field by field. */
const useFields = ({ run, then, resumed }: Props) => {
  const today = useToday();
  const [opened] = useState<Fields>(() => ({
    ended: endOf(run, then, today),
    cause: 'slip',
    note: run.note,
    beginNext: true,
  }));
  const [fields, setFields] = useState<Fields>(resumed?.content ?? opened);
  const { ended, cause, note, beginNext } = fields;
  const change = (next: Partial<Fields>): void => setFields((known) => ({ ...known, ...next }));
  const now = { ended, cause, note, beginNext };
  return {
    ...now,
    isChanged: JSON.stringify(now) !== JSON.stringify(opened),
    setEnded: (value: DayAndTime): void => change({ ended: value }),
    setCause: (value: EndCause): void => change({ cause: value }),
    setNote: (value: string): void => change({ note: value }),
    setBeginNext: (value: boolean): void => change({ beginNext: value }),
  };
};

const useEnding = (props: Props) => {
  const { run, then, resumed, leadsBack, saving, onDone } = props;
  const { t } = useTranslation();
  const fields = useFields(props);
  const { ended, cause, note, beginNext } = fields;
  const [problem, setProblem] = useState<RunProblem | null>(null);
  const [error, setError] = useState<ErrorCode | null>(null);
  // Another try goes on from what is stored already, and never makes a second next run.
  const stored = useRef({ run, isWhole: false });
  const [nextId] = useState(newRecordId);
  const nextAfter = (ended: RunDraft['ended']): RunDraft | null => {
    if (then !== null) return then.draft;
    return beginNext && ended !== null ? { ...runFrom(ended), id: nextId } : null;
  };
  const save = async (): Promise<void> => {
    const span = spanOf({ began: dayAndTimeOf(run.began), ended }, run);
    if (typeof span === 'string') return setProblem(span);
    setProblem(null);
    const next = nextAfter(span.ended);
    const over = { ...draftOf(stored.current.run), ...span, endCause: cause, note };
    // The draft ends with the last of what is stored.
    const last = (draft: RunDraft) => kept.store((finishes) => command('runs.save', { ...draft, finishes }));
    const result = next === null ? await last(over) : await command('runs.save', over);
    if (!result.ok) return setError(result.error.code);
    stored.current = { run: result.value, isWhole: false };
    const begun = next === null ? null : await last(next);
    if (begun?.ok === false) return setError(begun.error.code);
    stored.current.isWhole = true;
    onDone();
    const done = { run: result.value, next: begun?.value ?? null, nextWas: then?.was ?? null };
    showToast({
      text: t('today.end.done'),
      action: { label: t('ui.undo'), run: () => void undoEnd(run, done) },
    });
  };
  // The words are kept with the run; that it is over was not said yet.
  const keepWords = async (typed: string): Promise<boolean> => {
    await saving.settled();
    if (stored.current.isWhole) return true;
    // Leaving is not deleting: only what was added to the run's own words is kept.
    const own = withTypedOver(stored.current.run, note);
    const withNote = withWords({ ...stored.current.run, note: own.note }, typed);
    if (withNote.note === stored.current.run.note) return true;
    const result = await command('runs.save', withNote);
    if (result.ok) showToast({ text: t('today.end.kept') });
    return result.ok;
  };
  const wordsOfNext = then === null || then.draft.note === then.was?.note ? '' : then.draft.note;
  const about = { record: run.id, baseVersion: run.version, next: then };
  const kept = useDraft({
    content: fields.isChanged || then !== null ? { form: 'run-end', ...about, ended, cause, note, beginNext } : null,
    resumed,
    settled: saving.settled,
    // The way to the emergency card leads away from here, and so does Escape.
    saveOnLeaving: () => keepWords(leadsBack.current ? '' : wordsOfNext),
  });
  return { ...fields, problem, error, save };
};

/** Days free in the run once it ends as told: the day of a slip is not one of them. */
const useDaysThatStay = (
  run: Run,
  { ended, cause }: { readonly ended: DayAndTime; readonly cause: EndCause },
): number => {
  const today = useToday();
  const { data: runs = [] } = useCallQuery('runs.list', {});
  const end = ended.day === null ? null : { ...run.began, day: ended.day };
  return daysOfRun({ ...run, ended: end, endCause: end === null ? null : cause }, runs, today);
};

/** Writes down that a run is over: safety first, then kindness; the next begins. */
export const EndRunForm = (props: Props) => {
  const { t } = useTranslation();
  const form = useEnding(props);
  const problems = useFieldProblems();
  const count = useDaysThatStay(props.run, form);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (problems.allRight()) void props.saving.run(form.save);
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
      {props.then === null ? (
        <Checkbox isSelected={form.beginNext} onChange={form.setBeginNext}>
          {t('today.end.beginNext')}
        </Checkbox>
      ) : (
        <p>
          {t('today.end.then', { from: formatDayShort(dayOf(props.then.draft.began.at, props.then.draft.began.zone)) })}
        </p>
      )}
      {form.problem !== null && <p role="alert">{t(`today.run.problems.${form.problem}`)}</p>}
      {form.error !== null && <ErrorState code={form.error} />}
    </form>
  );
};
