import { emptyProfile, type Profile, type ProfileChange } from '#core/settings';
import type { Journal } from '../journal';
import { findSetting, saveSetting } from '../repositories/setting';

const keys = Object.keys(emptyProfile) as (keyof Profile)[];
const settingOf = (key: keyof Profile): string => `profile.${key}`;

/** What the person told about themselves; empty answers where they told nothing. */
export const readProfile = ({ db }: Journal): Profile => {
  const answers = keys.map((key) => [key, findSetting(db, settingOf(key)) ?? emptyProfile[key]] as const);
  return { ...emptyProfile, ...Object.fromEntries(answers) };
};

/** Stores what the person told anew about themselves and answers with all of it. */
export const saveProfile = (journal: Journal, change: ProfileChange): Profile => {
  const { db } = journal;
  return db.transaction(() => {
    for (const key of keys) {
      const next = change[key];
      if (next !== undefined) saveSetting(db, settingOf(key), next);
    }
    return readProfile(journal);
  });
};
