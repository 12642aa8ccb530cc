import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#core/errors';
import { instantOf, type LocalDate } from '#core/local-date';
import { emptyProfile, type Profile } from '#core/settings';
import { FieldProblems, useFieldProblems } from '#lib/field-problems';
import { command } from '#lib/query-client';
import { newRecordId } from '#lib/record-id';
import { readToday, systemZone } from '#lib/today';
import { Button } from '#ui/button';
import { DayField } from '#ui/day-field';
import { ErrorState } from '#ui/error-state';
import { QuietScreen } from '#ui/quiet-screen';
import { TextField } from '#ui/text-field';
import css from './first-run.module.css';

const saveRun = (firstDay: LocalDate) => {
  const zone = systemZone();
  const began = { at: instantOf(firstDay, 0, zone), zone };
  return command('runs.save', { id: newRecordId(), baseVersion: null, began, ended: null, endCause: null, note: '' });
};

/** A few things about the person; each may be left out, all at once may be skipped. */
export const Questions = ({ onDone }: { readonly onDone: () => void }) => {
  const { t } = useTranslation();
  const [profile, setProfile] = useState<Profile>(emptyProfile);
  const [firstDay, setFirstDay] = useState<LocalDate | null>(null);
  const [error, setError] = useState<ErrorCode | null>(null);
  const [isSaving, setSaving] = useState(false);
  const problems = useFieldProblems();
  const field = (name: keyof Profile, maxLength: number) => ({
    value: profile[name],
    onChange: (text: string) => setProfile({ ...profile, [name]: text }),
    maxLength,
  });
  const save = async (): Promise<void> => {
    setSaving(true);
    const saved = await command('profile.save', profile);
    const run = saved.ok && firstDay !== null ? await saveRun(firstDay) : saved;
    setSaving(false);
    if (run.ok) onDone();
    else setError(run.error.code);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isSaving && problems.allRight()) void save();
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
          <TextField label={t('firstRun.questions.personPhone')} {...field('personPhone', 100)} />
        </div>
        {error !== null && <ErrorState code={error} />}
        <Button type="submit" wide isPending={isSaving}>
          {t('firstRun.questions.save')}
        </Button>
      </form>
      <Button variant="quiet" onPress={onDone}>
        {t('firstRun.questions.skip')}
      </Button>
    </QuietScreen>
  );
};
