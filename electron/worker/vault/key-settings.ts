import { z } from 'zod';
import { type LocalDate, localDate } from '#core/local-date';
import type { Database } from '../db/database';
import { deleteSetting, findSetting, saveSetting } from '../repositories/setting';

const PROVEN = 'recovery-key-proven-on';
const CHANGED = 'key-changed-on';
const EARLIER = 'earlier-vaults';

const earlier = z.array(z.uuid());

const dayIn = (db: Database, key: string): LocalDate | null => {
  const stored = findSetting(db, key);
  return stored === undefined ? null : localDate.parse(stored);
};

/** The day on which the person last proved that they have the recovery key; null when never. */
export const keyProvenOn = (db: Database): LocalDate | null => dayIn(db, PROVEN);

/** Remembers that the recovery key was proven on a day; null when it is not any more. */
export const saveKeyProven = (db: Database, day: LocalDate | null): void =>
  day === null ? deleteSetting(db, PROVEN) : saveSetting(db, PROVEN, day);

/** The day on which the key itself was last changed; null when never. */
export const keyChangedOn = (db: Database): LocalDate | null => dayIn(db, CHANGED);

/** The vaults that this journal was before its key was changed, and of which something may be left. */
export const earlierVaults = (db: Database): readonly string[] =>
  earlier.parse(JSON.parse(findSetting(db, EARLIER) ?? '[]'));

/** Nothing is left of them. */
export const forgetEarlierVaults = (db: Database): void => deleteSetting(db, EARLIER);

/** What a journal that is encrypted anew knows of its keys. */
export type KeyHistory = {
  readonly provenOn: LocalDate | null;
  readonly changedOn: LocalDate | null;
  readonly earlier: readonly string[];
};

/** What an open journal knows of its keys. */
export const keyHistory = (db: Database): KeyHistory => ({
  provenOn: keyProvenOn(db),
  changedOn: keyChangedOn(db),
  earlier: earlierVaults(db),
});

/** Stores it in a copy of the vault `from` that becomes the journal: in exports it stays the same one, whatever vault it lies in. */
export const saveKeyHistory = (
  db: Database,
  from: string,
  { provenOn, changedOn, earlier: vaults }: KeyHistory,
): void => {
  saveSetting(db, 'journal', findSetting(db, 'journal') ?? from);
  saveKeyProven(db, provenOn);
  if (changedOn === null) deleteSetting(db, CHANGED);
  else saveSetting(db, CHANGED, changedOn);
  saveSetting(db, EARLIER, JSON.stringify(vaults));
};
