import { type FormEvent, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '#core/settings';
import { command, useCallQuery, useCommand } from '#lib/query-client';
import { tellFailure } from '#lib/tell-failure';
import { showToast } from '#lib/toasts';
import { unsaved, useUnsavedWork } from '#lib/unsaved-work';
import { Button } from '#ui/button';
import { Card } from '#ui/card';
import { ErrorState } from '#ui/error-state';
import { Skeleton } from '#ui/skeleton';
import { TextArea, TextField } from '#ui/text-field';
import css from './settings.module.css';

/** What was typed and not sent is saved when the person leaves the page, and before the journal locks. */
const useSaveOnLeaving = (saved: Profile, typed: Profile): void => {
  const { t } = useTranslation();
  const isChanged = JSON.stringify(saved) !== JSON.stringify(typed);
  useUnsavedWork(async () => {
    if (!isChanged) return [];
    const result = await command('profile.save', typed);
    return result.ok ? [] : [unsaved('profile.save', typed)];
  });
  const onLeave = useEffectEvent(async () => {
    if (!isChanged) return;
    const result = await command('profile.save', typed);
    if (result.ok) showToast({ text: t('settings.you.savedOnLeaving') });
    else tellFailure(result.error.code);
  });
  useEffect(() => () => void onLeave(), []);
};

const ProfileForm = ({ saved }: { readonly saved: Profile }) => {
  const { t } = useTranslation();
  const [profile, setProfile] = useState(saved);
  const save = useCommand('profile.save');
  useSaveOnLeaving(saved, profile);
  const field = (name: keyof Profile, maxLength: number) => ({
    label: t(`settings.you.${name}`),
    value: profile[name],
    onChange: (text: string) => setProfile({ ...profile, [name]: text }),
    maxLength,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate(profile, { onSuccess: () => showToast({ text: t('ui.saved') }) });
  };
  return (
    <form className={css.form} onSubmit={submit}>
      <div className={css.pair}>
        <TextField {...field('name', 200)} />
        <TextField {...field('recoveringFrom', 200)} />
      </div>
      <TextField {...field('cleanTimeLabel', 80)} description={t('settings.you.cleanTimeLabelHint')} />
      <TextField {...field('medication', 1000)} />
      <TextArea {...field('reason', 2000)} page rows={2} />
      <div className={css.pair}>
        <TextField {...field('personName', 200)} />
        <TextField {...field('personPhone', 100)} />
      </div>
      {save.error !== null && <ErrorState code={save.error.code} />}
      <div className={css.end}>
        <Button type="submit" isPending={save.isPending}>
          {t('settings.you.save')}
        </Button>
      </div>
    </form>
  );
};

/** What the person told about themselves, to be changed or taken back. */
export const ProfileSection = () => {
  const { t } = useTranslation();
  const profile = useCallQuery('profile.get', {});
  return (
    <Card title={t('settings.you.title')} aside={t('settings.you.more')}>
      {profile.isPending && <Skeleton lines={4} />}
      {profile.isError && <ErrorState code={profile.error.code} onRetry={() => void profile.refetch()} />}
      {profile.data !== undefined && <ProfileForm saved={profile.data} />}
    </Card>
  );
};
