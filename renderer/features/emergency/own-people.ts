import { holdsNumber } from '#core/own-number';
import type { Profile } from '#core/settings';

export type OwnPerson = { readonly name: string; readonly phone: string };

/** Whom the person would call, in their own order; only who has a number. */
export const ownPeople = (profile: Profile): readonly OwnPerson[] =>
  [
    { name: profile.personName, phone: profile.personPhone },
    { name: profile.secondName, phone: profile.secondPhone },
    { name: profile.thirdName, phone: profile.thirdPhone },
  ]
    .map(({ name, phone }) => ({ name: name.trim(), phone: phone.trim() }))
    .filter(({ phone }) => holdsNumber(phone));
