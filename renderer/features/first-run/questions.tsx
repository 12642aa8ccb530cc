import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#core/errors';
import { instantOf, type LocalDate } from '#core/local-date';
import { holdsNumber } from '#core/own-number';
import type { RecordId } from '#core/record';
import type { RunDraft } from '#core/run';
import { emptyProfile, type Profile } from '#core/settings';
import { FieldProblems, useFieldProblems } from '#lib/field-problems';
import { useOneAtATime } from '#lib/one-at-a-time';
import { command } from '#lib/query-client';
import { newRecordId } from '#lib/record-id';
import { readToday, systemZone } from '#lib/today';
import { useDraft } from '#lib/use-draft';
import { Button } from '#ui/button';
import { DayField } from '#ui/day-field';
import { ErrorState } from '#ui/error-state';
import { QuietScreen } from '#ui/quiet-screen';
import { TextField } from '#ui/text-field';
import css from './first-run.module.css';

const runSince = (id: RecordId, firstDay: LocalDate): RunDraft => {
  const zone = systemZone();
  const began = { at: instantOf(firstDay, 0, zone), zone };
  return { id, baseVersion: null, began, ended: null, endCause: null, note: '' };
};

type Answers = {
  readonly profile: Profile;
  readonly firstDay: LocalDate | null;
  readonly runId: RecordId;
  readonly settled: () => Promise<void>;
};

const told = (answers: Partial<Profile>): Partial<Profile> =>
  Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== ''));

const hasAny = (answers: Partial<Profile>): boolean => Object.keys(answers).length > 0;

/** Answers are stored before the journal locks; after a crash they wait in the forms that ask the same in Settings and on Today. */
const useAnswersKept = ({ profile, firstDay, runId, settled }: Answers) => {
  const { personName, personPhone, ...own } = profile;
  const self = told(own);
  const people = told({ personName, personPhone });
  const began = { day: firstDay, minutes: null };
  const run = { form: 'run', record: runId, baseVersion: null, began, ended: null, cause: 'other', note: '' } as const;
  const saveProfile = (typed: Partial<Profile>) => async () => (await command('profile.save', typed)).ok;
  const drafts = [
    useDraft({
      content: hasAny(self) ? { form: 'profile', typed: self } : null,
      settled,
      saveOnLocking: saveProfile(self),
    }),
    useDraft({
      content: hasAny(people) ? { form: 'people', typed: people } : null,
      settled,
      saveOnLocking: saveProfile(people),
    }),
    useDraft({
      content: firstDay === null ? null : run,
      settled,
      saveOnLocking: async () =>
        firstDay !== null && firstDay <= readToday() && (await command('runs.save', runSince(runId, firstDay))).ok,
    }),
  ];
  return { drop: (): void => drafts.forEach((draft) => void draft.drop()) };
};

/** A few things about the person; each may be left out, all at once may be skipped. */
export const Questions = ({ onDone }: { readonly onDone: () => void }) => {
  const { t } = useTranslation();
  const [profile, setProfile] = useState<Profile>(emptyProfile);
  const [firstDay, setFirstDay] = useState<LocalDate | null>(null);
  const [error, setError] = useState<ErrorCode | null>(null);
  const saving = useOneAtATime();
  // The same for every try, so that trying again never makes a second run.
  const [runId] = useState(newRecordId);
  const problems = useFieldProblems();
  const field = (name: keyof Profile, maxLength: number) => ({
    value: profile[name],
    onChange: (text: string) => setProfile({ ...profile, [name]: text }),
    maxLength,
  });
  const save = async (): Promise<void> => {
    const saved = await command('profile.save', profile);
    const run = saved.ok && firstDay !== null ? await command('runs.save', runSince(runId, firstDay)) : saved;
    if (run.ok) kept.drop();
    if (run.ok) onDone();
    else setError(run.error.code);
  };
  const kept = useAnswersKept({ profile, firstDay, runId, settled: saving.settled });
  const skip = (): void => {
    kept.drop();
    onDone();
  };
  const isHidden = profile.personPhone.trim() !== '' && !holdsNumber(profile.personPhone);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (problems.allRight()) void saving.run(save);
  };
  return (
    <QuietScreen title={t('firstRun.questions.title')} lead={t('firstRun.questions.lead')} width="medium">
      <form className={css.form} onSubmit={submit}>
        <div className={css.columns}>
          <TextField label={t('firstRun.questions.name')} {...field('name', 200)} autoFocus />
          <FieldProblems value={problems}>
            <DayField
              label={t('firstRun.questions.firstDay')}
              value={firstDay}
              onChange={setFirstDay}
              max={readToday()}
            />
          </FieldProblems>
        </div>
        <TextField
          label={t('firstRun.questions.recoveringFrom')}
          description={t('firstRun.questions.recoveringFromHint')}
          {...field('recoveringFrom', 200)}
        />
        <TextField label={t('firstRun.questions.medication')} {...field('medication', 1000)} />
        <TextField label={t('firstRun.questions.reason')} {...field('reason', 2000)} />
        <div className={css.columns}>
          <TextField label={t('firstRun.questions.personName')} {...field('personName', 200)} />
          <TextField
            label={t('firstRun.questions.personPhone')}
            description={isHidden ? t('settings.help.noPhone') : undefined}
            {...field('personPhone', 100)}
          />
        </div>
        {error !== null && <ErrorState code={error} />}
        <Button type="submit" wide isPending={saving.isRunning}>
          {t('firstRun.questions.save')}
        </Button>
      </form>
      <Button variant="quiet" isPending={saving.isRunning} onPress={skip}>
        {t('firstRun.questions.skip')}
      </Button>
    </QuietScreen>
  );
};
