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
import { unsaved, useUnsavedWork } from '#lib/unsaved-work';
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
    if (run.ok) onDone();
    else setError(run.error.code);
  };
  useUnsavedWork(async () => {
    await saving.settled();
    const toldNothing = JSON.stringify(profile) === JSON.stringify(emptyProfile);
    const profileSaved = toldNothing || (await command('profile.save', profile)).ok;
    const run = firstDay === null || firstDay > readToday() ? null : runSince(runId, firstDay);
    const runSaved = run === null || (await command('runs.save', run)).ok;
    return [
      ...(profileSaved ? [] : [unsaved('profile.save', profile)]),
      ...(runSaved || run === null ? [] : [unsaved('runs.save', run)]),
    ];
  });
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
      <Button variant="quiet" isPending={saving.isRunning} onPress={onDone}>
        {t('firstRun.questions.skip')}
      </Button>
    </QuietScreen>
  );
};
