import { type FormEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#core/errors';
import type { RecordVersion } from '#core/record';
import { type EndCause, isOtherRunOpen, type Run, type RunDraft } from '#core/run';
import type { UnsavedCall } from '#core/unsaved-call';
import { FieldProblems, useFieldProblems } from '#lib/field-problems';
import type { OneAtATime } from '#lib/one-at-a-time';
import { command, refresh } from '#lib/query-client';
import { newRecordId } from '#lib/record-id';
import { draftOf, entryOfWords, withWords } from '#lib/run-words';
import { useToday } from '#lib/today';
import { unsaved, useUnsavedWork } from '#lib/unsaved-work';
import { Checkbox } from '#ui/checkbox';
import { ErrorState } from '#ui/error-state';
import { TextArea } from '#ui/text-field';
import css from './clean-time.module.css';
import { lastDayBeside, OtherRuns, useOtherRuns } from './other-runs';
import { type NextRun, runFrom } from './run-days';
import { CauseField, DayAndTimeField } from './run-fields';
import { type DayAndTime, dayAndTimeAt, dayAndTimeOf, type RunProblem, spanOf } from './run-moment';

type Props = {
  /** null for a new one. */
  readonly run: Run | null;
  /** A run that goes on, as it was told before the way led elsewhere. */
  readonly told: RunDraft | null;
  readonly id: string;
  readonly saving: OneAtATime;
  readonly onDone: () => void;
  /** Something is being typed. */
  readonly onTyped: () => void;
  /** Another has ended; then this one goes on. */
  readonly onEndOther: (open: Run, then: NextRun) => void;
};

/** What is told of a run, field by field. */
const useFields = ({ run, told }: Props) => {
  const today = useToday();
  const [began, setBegan] = useState(() => {
    if (told !== null) return dayAndTimeAt(told.began);
    return run === null ? { day: today, minutes: null } : dayAndTimeOf(run.began);
  });
  const [ended, setEnded] = useState(() => (told === null && run?.ended ? dayAndTimeOf(run.ended) : null));
  const [cause, setCause] = useState<EndCause>(run?.endCause ?? 'other');
  const [note, setNote] = useState(told?.note ?? run?.note ?? '');
  return { began, setBegan, ended, setEnded, cause, setCause, note, setNote };
};

const useRunForm = (props: Props) => {
  const { run, told, saving, onDone, onEndOther } = props;
  const fields = useFields(props);
  const problems = useFieldProblems();
  const { began, ended, cause, note } = fields;
  // The same for every try, so that trying again never makes a second run.
  const [newId] = useState(() => told?.id ?? newRecordId());
  /** What was kept already, when the journal was about to close and then stayed open. */
  const kept = useRef<{ note: string; base: { baseVersion?: RecordVersion } }>({ note: run?.note ?? '', base: {} });
  const [problem, setProblem] = useState<RunProblem | null>(null);
  const [error, setError] = useState<ErrorCode | null>(null);
  const others = useOtherRuns(run);
  // Where an older journal has two that go on, both may be changed.
  const isSecond = ended === null && others.open !== null && (run === null || run.ended !== null);
  const read = (): RunDraft | RunProblem => {
    const span = spanOf({ began, ended }, run);
    if (typeof span === 'string') return span;
    const base = run === null ? { ...runFrom(span.began), id: newId } : draftOf(run);
    return { ...base, ...kept.current.base, ...span, endCause: ended && cause, note };
  };
  const save = async (): Promise<void> => {
    const draft = read();
    if (typeof draft === 'string') return setProblem(draft);
    if (isSecond) return setProblem('otherOpen');
    setProblem(null);
    const result = await command('runs.save', draft);
    if (result.ok) return onDone();
    if (!isOtherRunOpen(result.error)) return setError(result.error.code);
    // One that is not known here yet.
    refresh(['runs']);
    setProblem('otherOpen');
  };
  const endOther = (open: Run): void => {
    const draft = read();
    if (typeof draft === 'string') setProblem(draft);
    else onEndOther(open, { draft, was: run });
  };
  /** Where the words are kept: with the run as it is told; where that does not fit, with a stored one, or as a page. */
  const toKeep = (): UnsavedCall | null => {
    if (note === kept.current.note) return null;
    const typed = problems.first() === null ? read() : 'noDay';
    if (typeof typed !== 'string' && !isSecond) return unsaved('runs.save', typed);
    if (run !== null) return unsaved('runs.save', { ...draftOf(run), ...kept.current.base, note });
    if (others.open !== null) return unsaved('runs.save', withWords(others.open, note));
    return note.trim() === '' ? null : unsaved('entries.save', entryOfWords(newRecordId(), note));
  };
  // A run that is not written down yet begins for nobody but by its button; its words are not lost, though.
  useUnsavedWork(async () => {
    await saving.settled();
    const keeping = toKeep();
    if (keeping === null) return [];
    const result = await command(keeping.method, JSON.parse(keeping.input));
    if (!result.ok) return [keeping];
    const { id, version } = result.value as Pick<Run, 'id' | 'version'>;
    kept.current = { note, base: id === (run?.id ?? newId) ? { baseVersion: version } : kept.current.base };
    return [];
  });
  return { ...fields, problems, others, isSecond, problem, error, save, endOther, forget: () => setProblem(null) };
};

/** One run: its first day and, when it is over, its last; beside it what the other runs have to do with it. */
export const RunForm = (props: Props) => {
  const { t } = useTranslation();
  const form = useRunForm(props);
  const today = useToday();
  const element = useRef<HTMLFormElement>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!form.problems.allRight()) return;
    void props.saving.run(form.save);
    // The way on may lie out of sight, above.
    if (form.isSecond) element.current?.querySelector<HTMLElement>('[data-choices] button')?.focus();
  };
  /** Parts of a date are no input that a form hears of. */
  const setting =
    (set: (value: DayAndTime) => void) =>
    (value: DayAndTime): void => {
      props.onTyped();
      set(value);
    };
  const goOn = (goesOn: boolean): void => {
    form.forget();
    form.setEnded(goesOn ? null : { day: lastDayBeside(form.others.open, form.began, today), minutes: null });
  };
  const giveEnd = (): void => {
    flushSync(() => goOn(false));
    // The button that was pressed is gone.
    element.current?.querySelector<HTMLElement>('input[type=checkbox]')?.focus();
  };
  return (
    <form
      ref={element}
      id={props.id}
      className={css.form}
      onSubmit={submit}
      onInput={props.onTyped}
      aria-label={t('today.run.title')}
    >
      <FieldProblems value={form.problems}>
        <DayAndTimeField label={t('today.run.firstDay')} value={form.began} onChange={setting(form.setBegan)} />
        <Checkbox isSelected={form.ended === null} onChange={goOn}>
          {t('today.run.goesOn')}
        </Checkbox>
        {form.ended !== null && (
          <>
            <DayAndTimeField label={t('today.run.lastDay')} value={form.ended} onChange={setting(form.setEnded)} />
            <CauseField value={form.cause} onChange={form.setCause} />
          </>
        )}
      </FieldProblems>
      <OtherRuns told={form} others={form.others} onEndOther={form.endOther} onGiveEnd={giveEnd} />
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
