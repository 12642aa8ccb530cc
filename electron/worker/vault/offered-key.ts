import { randomInt } from 'node:crypto';
import { encodeRecoveryKey, normalizeGroup } from '#core/recovery-key';
import type { RecoveryKeyOffer } from '#core/vault-status';
import type { PreparedKey } from './prepare-key';
import type { Sodium } from './sodium';

/** A recovery key that is on the screen, until the person has said what becomes of it. */
export type OfferedKey = {
  /** The groups to be typed back: which of the eight, and how they read. */
  readonly asked: readonly { readonly place: number; readonly group: string }[];
  /** The key itself while another one is still valid; null where the vault was made with this one. */
  readonly pending: Uint8Array | null;
  /** The key of the journal that this one is to open, and whether the person has this one; null where that stays as it is. */
  readonly next: (PreparedKey & { readonly answer: 'proven' | 'kept' | null }) | null;
};

/** Overwrites what is secret about it. */
export const forgetOffer = (sodium: Sodium, { pending, next }: OfferedKey): void => {
  if (pending !== null) sodium.memzero(pending);
  if (next !== null) sodium.memzero(next.vaultKey);
};

/** What is shown of a recovery key, and which two of its groups, drawn at random, prove that it was kept. */
export const offerKey = (recoveryKey: Uint8Array): { shown: RecoveryKeyOffer; asked: OfferedKey['asked'] } => {
  const groups = encodeRecoveryKey(recoveryKey);
  const first = randomInt(groups.length);
  const second = (first + 1 + randomInt(groups.length - 1)) % groups.length;
  const prove = [first, second].sort((one, other) => one - other);
  return { shown: { groups, prove }, asked: prove.map((place) => ({ place, group: groups[place] ?? '' })) };
};

/** The places (0 to 7) of the groups that were not typed back rightly, in the order in which they were asked for. */
export const mismatchedGroups = ({ asked }: OfferedKey, typed: readonly string[]): number[] =>
  asked.flatMap(({ place, group }, index) => (normalizeGroup(typed[index] ?? '') === group ? [] : [place]));
