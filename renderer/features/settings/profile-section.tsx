import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '#core/settings';
import { useCallQuery } from '#lib/query-client';
import { useShown } from '#lib/use-shown';
import { type DraftOf, useTakenUp } from '#lib/waiting-drafts';
import { Button } from '#ui/button';
import { Card } from '#ui/card';
import { ErrorState } from '#ui/error-state';
import { Skeleton } from '#ui/skeleton';
import { TextArea, TextField } from '#ui/text-field';
import css from './settings.module.css';
import { useProfileForm } from './use-profile-form';

// The people to call have a form of their own.
const fields = ['name', 'recoveringFrom', 'cleanTimeLabel', 'medication', 'reason'] as const;
type Field = (typeof fields)[number];

type FormProps = { readonly saved: Profile; readonly resumed: DraftOf<'profile'> | null };

const ProfileForm = ({ saved, resumed }: FormProps) => {
  const { t } = useTranslation();
  const { typed, change, submit, isPending, error } = useProfileForm(saved, {
    form: 'profile',
    names: fields,
    resumed,
  });
  const field = (name: Field, maxLength: number) => ({
    label: t(`settings.you.${name}`),
    value: typed[name],
    onChange: (text: string) => change({ [name]: text }),
    maxLength,
  });
  return (
    <form className={css.form} onSubmit={submit}>
      <div className={css.pair}>
        <TextField {...field('name', 200)} />
        <TextField {...field('recoveringFrom', 200)} />
      </div>
      <TextField {...field('cleanTimeLabel', 80)} description={t('settings.you.cleanTimeLabelHint')} />
      <TextField {...field('medication', 1000)} />
      <TextArea {...field('reason', 2000)} page rows={2} />
      {error !== null && <ErrorState code={error.code} />}
      <div className={css.end}>
        <Button type="submit" isPending={isPending}>
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
  const [resumed, setResumed] = useState<DraftOf<'profile'> | null>(null);
  const { place, show } = useShown();
  useTakenUp('profile', (left) => show(() => setResumed(left)));
  return (
    <Card title={t('settings.you.title')} aside={t('settings.you.more')}>
      {profile.isPending && <Skeleton lines={4} />}
      {profile.isError && <ErrorState code={profile.error.code} onRetry={() => void profile.refetch()} />}
      <div ref={place}>
        {profile.data !== undefined && <ProfileForm key={resumed?.id} saved={profile.data} resumed={resumed} />}
      </div>
    </Card>
  );
};
