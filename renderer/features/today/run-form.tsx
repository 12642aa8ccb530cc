import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { ContentOf } from '#core/draft';
import type { ErrorCode } from '#core/errors';
import type { LocalDate } from '#core/local-date';
import type { RecordId } from '#core/record';
import { type EndCause, isOtherRunOpen, type Run, type RunDraft } from '#core/run';
import { FieldProblems, useFieldProblems } from '#lib/field-problems';
import type { OneAtATime } from '#lib/one-at-a-time';
import { command, refresh } from '#lib/query-client';
import { newRecordId } from '#lib/record-id';
import { draftOf } from '#lib/run-words';
import { useToday } from '#lib/today';
import { useDraft } from '#lib/use-draft';
import type { DraftOf } from '#lib/waiting-drafts';
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
  /** What was being told of it when the form went away. */
  readonly resumed: DraftOf<'run'> | null;
  /** Is given what lets go of what stands in the form. */
  readonly giveUp: RefObject<() => void>;
  readonly id: string;
  readonly saving: OneAtATime;
  readonly onDone: () => void;
  /** Something is being typed. */
  readonly onTyped: () => void;
  /** Another has ended; then this one goes on. */
  readonly onEndOther: (open: Run, then: NextRun) => void;
};

type Fields = Pick<ContentOf<'run'>, 'began' | 'ended' | 'cause' | 'note'>;

const fieldsOf = (run: Run | null, today: LocalDate): Fields => ({
  began: run === null ? { day: today, minutes: null } : dayAndTimeOf(run.began),
  ended: run?.ended ? dayAndTimeOf(run.ended) : null,
  cause: run?.endCause ?? 'other',
  note: run?.note ?? '',
});

/** What is told of a run, field by field. */
const useFields = ({ run, told, resumed }: Props) => {
  const today = useToday();
  const [opened] = useState(() => fieldsOf(run, today));
  const [fields, setFields] = useState<Fields>(() => {
    if (resumed !== null) return resumed.content;
    return told === null ? opened : { ...opened, began: dayAndTimeAt(told.began), ended: null, note: told.note };
  });
  const { began, ended, cause, note } = fields;
  const change = (next: Partial<Fields>): void => setFields((known) => ({ ...known, ...next }));
  const now = { began, ended, cause, note };
  return {
    ...now,
    isChanged: JSON.stringify(now) !== JSON.stringify(opened),
    setBegan: (value: DayAndTime): void => change({ began: value }),
    setEnded: (value: DayAndTime | null): void => change({ ended: value }),
    setCause: (value: EndCause): void => change({ cause: value }),
    setNote: (value: string): void => change({ note: value }),
  };
};

const idOfNew = ({ told, resumed }: Props): RecordId =>
  told?.id ?? (resumed?.content.baseVersion === null ? resumed.content.record : newRecordId());

/** Keeps what is told as long as it is not saved. */
const useKept = (
  props: Props,
  { began, ended, cause, note, isChanged }: ReturnType<typeof useFields>,
  id: RecordId,
) => {
  const { run, resumed, saving, giveUp } = props;
  const base = { record: id, baseVersion: run?.version ?? null };
  const kept = useDraft({
    content: isChanged ? { form: 'run', ...base, began, ended, cause, note } : null,
    resumed,
    settled: saving.settled,
  });
  useEffect(() => {
    giveUp.current = () => void kept.drop();
  }, [kept, giveUp]);
  return kept;
};

const useRunForm = (props: Props) => {
  const { run, onDone, onEndOther } = props;
  const fields = useFields(props);
  const problems = useFieldProblems();
  const { began, ended, cause, note } = fields;
  // The same for every try, so that trying again never makes a second run.
  const [newId] = useState(() => idOfNew(props));
  const kept = useKept(props, fields, run?.id ?? newId);
  const [problem, setProblem] = useState<RunProblem | null>(null);
  const [error, setError] = useState<ErrorCode | null>(null);
  const others = useOtherRuns(run);
  // Where an older journal has two that go on, both may be changed.
  const isSecond = ended === null && others.open !== null && (run === null || run.ended !== null);
  const read = (): RunDraft | RunProblem => {
    const span = spanOf({ began, ended }, run);
    if (typeof span === 'string') return span;
    const base = run === null ? { ...runFrom(span.began), id: newId } : draftOf(run);
    return { ...base, ...span, endCause: ended && cause, note };
  };
  const save = async (): Promise<void> => {
    const draft = read();
    if (typeof draft === 'string') return setProblem(draft);
    if (isSecond) return setProblem('otherOpen');
    setProblem(null);
    const result = await kept.store((finishes) => command('runs.save', { ...draft, finishes }));
    if (result.ok) return onDone();
    if (!isOtherRunOpen(result.error)) return setError(result.error.code);
    // One that is not known here yet.
    refresh(['runs']);
    setProblem('otherOpen');
  };
  const endOther = (open: Run): void => {
    const draft = read();
    if (typeof draft === 'string') setProblem(draft);
    else {
      // From here on it is kept with the end of the other.
      void kept.drop();
      onEndOther(open, { draft, was: run });
    }
  };
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
