import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CheckIn, type CheckInDraft, hasAnswer } from '#core/check-in';
import type { ErrorCode } from '#core/errors';
import { FieldProblems, useFieldProblems } from '#lib/field-problems';
import { useOneAtATime } from '#lib/one-at-a-time';
import { command } from '#lib/query-client';
import { useToday } from '#lib/today';
import { useDraft } from '#lib/use-draft';
import type { DraftOf } from '#lib/waiting-drafts';
import { Button } from '#ui/button';
import { ErrorState } from '#ui/error-state';
import { FormDialog } from '#ui/form-dialog';
import { MomentField } from '#ui/moment-field';
import { type Answers, answersOf } from './check-in-answers';
import { FirstFields, MoreFields } from './check-in-fields';
import { CheckInForm } from './check-in-form';

type Props = {
  readonly checkIn: CheckIn;
  /** What was being changed about it before. */
  readonly resumed: DraftOf<'check-in-change'> | null;
  readonly onClose: () => void;
};

type Problem = { readonly type: 'empty' | 'ahead' } | { readonly type: 'failed'; readonly code: ErrorCode };

const useEditing = ({ checkIn, resumed, onClose }: Props) => {
  const [answers, setAnswers] = useState<Answers>(() => resumed?.content.answers ?? answersOf(checkIn));
  const [at, setAt] = useState(resumed?.content.at ?? checkIn.at);
  const [problem, setProblem] = useState<Problem | null>(null);
  const saving = useOneAtATime();
  const changed = at !== checkIn.at || JSON.stringify(answers) !== JSON.stringify(answersOf(checkIn));
  const { id, version, zone, day } = checkIn;
  const kept = useDraft({
    content: changed ? { form: 'check-in-change', record: id, baseVersion: version, day, answers, at } : null,
    resumed,
    settled: saving.settled,
  });
  const draft: CheckInDraft = { id, baseVersion: version, at, zone, ...answers };
  const save = async (): Promise<void> => {
    if (!hasAnswer(answers)) return setProblem({ type: 'empty' });
    if (at > Date.now()) return setProblem({ type: 'ahead' });
    const result = await kept.store((finishes) => command('checkIns.save', { ...draft, finishes }));
    if (result.ok) onClose();
    else setProblem({ type: 'failed', code: result.error.code });
  };
  const giveUp = (): void => {
    void kept.drop();
    onClose();
  };
  const change = (next: Partial<Answers>): void => setAnswers((known) => ({ ...known, ...next }));
  return {
    answers,
    change,
    changed,
    at,
    setAt,
    problem,
    giveUp,
    isSaving: saving.isRunning,
    save: () => saving.run(save),
  };
};

/** Everything a check-in says, to be changed. */
export const EditCheckIn = (props: Props) => {
  const { checkIn } = props;
  const { t } = useTranslation();
  const today = useToday();
  const form = useRef<HTMLFormElement>(null);
  const { answers, change, changed, at, setAt, problem, giveUp, isSaving, save } = useEditing(props);
  const problems = useFieldProblems();
  const footer = (leave: (way: () => void) => void): ReactNode => (
    <>
      <Button variant="ghost" onPress={() => leave(giveUp)}>
        {t('ui.cancel')}
      </Button>
      <Button isPending={isSaving} onPress={() => form.current?.requestSubmit()}>
        {t('today.checkIn.save')}
      </Button>
    </>
  );
  return (
    <FormDialog
      title={t('today.checkIns.editTitle')}
      isOpen
      isChanged={() => changed || problems.first() !== null}
      onClose={giveUp}
      width="wide"
      footer={footer}
    >
      <CheckInForm
        label={t('today.checkIns.editTitle')}
        formRef={form}
        onSubmit={() => problems.allRight() && void save()}
      >
        <FieldProblems value={problems}>
          <MomentField label={t('today.checkIn.when')} at={at} zone={checkIn.zone} maxDay={today} onChange={setAt} />
          <FirstFields answers={answers} onChange={change} />
          <MoreFields answers={answers} onChange={change} />
        </FieldProblems>
        {problem?.type === 'failed' && <ErrorState code={problem.code} />}
        {(problem?.type === 'empty' || problem?.type === 'ahead') && (
          <p role="alert">{t(`today.checkIn.${problem.type}`)}</p>
        )}
      </CheckInForm>
    </FormDialog>
  );
};
