import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '#core/settings';
import { useCallQuery, useCommand } from '#lib/query-client';
import { showToast } from '#lib/toasts';
import { Button } from '#ui/button';
import { Card } from '#ui/card';
import { ErrorState } from '#ui/error-state';
import { Skeleton } from '#ui/skeleton';
import { TextArea, TextField } from '#ui/text-field';
import css from './settings.module.css';

type Own = Pick<Profile, 'name' | 'recoveringFrom' | 'cleanTimeLabel' | 'medication' | 'reason'>;

const ownOf = ({ name, recoveringFrom, cleanTimeLabel, medication, reason }: Profile): Own => ({
  name,
  recoveringFrom,
  cleanTimeLabel,
  medication,
  reason,
});

const ProfileForm = ({ saved }: { readonly saved: Profile }) => {
  const { t } = useTranslation();
  // The people to call have a form of their own: what it saves meanwhile stays.
  const [own, setOwn] = useState(() => ownOf(saved));
  const save = useCommand('profile.save');
  const field = (name: keyof Own, maxLength: number) => ({
    label: t(`settings.you.${name}`),
    value: own[name],
    onChange: (text: string) => setOwn({ ...own, [name]: text }),
    maxLength,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate({ ...saved, ...own }, { onSuccess: () => showToast({ text: t('ui.saved') }) });
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
