import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holdsNumber } from '#core/own-number';
import type { Profile } from '#core/settings';
import { useCallQuery } from '#lib/query-client';
import { useShown } from '#lib/use-shown';
import { type DraftOf, useTakenUp } from '#lib/waiting-drafts';
import { Button } from '#ui/button';
import { ErrorState } from '#ui/error-state';
import { Skeleton } from '#ui/skeleton';
import { TextField } from '#ui/text-field';
import css from './settings.module.css';
import { useProfileForm } from './use-profile-form';

const places = ['person', 'second', 'third'] as const;
type Place = (typeof places)[number];
type People = Pick<Profile, `${Place}Name` | `${Place}Phone`>;

const fields = places.flatMap((place) => [`${place}Name`, `${place}Phone`] as const);

type PersonProps = {
  readonly place: Place;
  readonly people: People;
  readonly onChange: (people: People) => void;
};

const PersonFields = ({ place, people, onChange }: PersonProps) => {
  const { t } = useTranslation();
  const name = people[`${place}Name`];
  const phone = people[`${place}Phone`];
  const isHidden = (name.trim() !== '' || phone.trim() !== '') && !holdsNumber(phone);
  return (
    <div className={css.pair}>
      <TextField
        label={t(`settings.help.nameOf.${place}`)}
        value={name}
        onChange={(text) => onChange({ ...people, [`${place}Name`]: text })}
        maxLength={200}
      />
      <TextField
        label={t(`settings.help.phoneOf.${place}`)}
        description={isHidden ? t('settings.help.noPhone') : undefined}
        value={phone}
        onChange={(text) => onChange({ ...people, [`${place}Phone`]: text })}
        maxLength={100}
      />
    </div>
  );
};

const Form = ({ saved, resumed }: { readonly saved: Profile; readonly resumed: DraftOf<'people'> | null }) => {
  const { t } = useTranslation();
  const { typed, change, submit, isPending, error } = useProfileForm(saved, { form: 'people', names: fields, resumed });
  return (
    <form className={css.form} onSubmit={submit}>
      {places.map((place) => (
        <PersonFields key={place} place={place} people={typed} onChange={change} />
      ))}
      {error !== null && <ErrorState code={error.code} />}
      <div className={css.end}>
        <Button type="submit" variant="soft" isPending={isPending}>
          {t('settings.help.savePeople')}
        </Button>
      </div>
    </form>
  );
};

/** Up to three people or places with their numbers: more would have to be read in a moment that has no time for it. */
export const PeopleForm = () => {
  const profile = useCallQuery('profile.get', {});
  const [resumed, setResumed] = useState<DraftOf<'people'> | null>(null);
  const { place, show } = useShown();
  useTakenUp('people', (left) => show(() => setResumed(left)));
  return (
    <div ref={place}>
      {profile.isPending && <Skeleton lines={3} />}
      {profile.isError && <ErrorState code={profile.error.code} onRetry={() => void profile.refetch()} />}
      {profile.data !== undefined && <Form key={resumed?.id} saved={profile.data} resumed={resumed} />}
    </div>
  );
};
