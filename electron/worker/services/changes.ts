import { isDeepStrictEqual } from 'node:util';
import { AppError } from '#core/errors';
import { dayOf, type LocalDate } from '#core/local-date';
import type { RecordId, RecordVersion } from '#core/record';
import type { Journal } from '../journal';

type Stored = { readonly id: RecordId; readonly version: RecordVersion; readonly createdAt: number };

/**
 * The common columns of a record about to be saved: new when there is none yet, changed otherwise.
 * Fails with CONFLICT when it was edited from another version than the one stored, NOT_FOUND when an edited one is gone.
 */
export const nextColumns = (
  { clock, newVersion, onChange }: Journal,
  draft: { readonly id: RecordId; readonly baseVersion: RecordVersion | null },
  stored: (Stored & { readonly deletedAt: number | null }) | undefined,
) => {
  if (stored === undefined && draft.baseVersion !== null) throw new AppError('NOT_FOUND');
  if (stored !== undefined && stored.version !== draft.baseVersion) throw new AppError('CONFLICT');
  const now = clock.now();
  onChange(draft.id);
  return {
    id: draft.id,
    version: newVersion(stored?.version ?? null),
    createdAt: stored?.createdAt ?? now,
    updatedAt: now,
    deletedAt: stored?.deletedAt ?? null,
  };
};

/**
 * Whether a save from another version than the stored one says only what is stored already: it came before, and its answer
 * was lost or overtaken. Saving twice is then as good as once.
 */
export const isRepeated = <C extends object>(
  draft: { readonly baseVersion: RecordVersion | null },
  stored: { readonly version: RecordVersion; readonly deletedAt: number | null },
  contents: { readonly sent: C; readonly kept: C },
): boolean =>
  stored.version !== draft.baseVersion && stored.deletedAt === null && isDeepStrictEqual(contents.sent, contents.kept);

/** Whether a record is where it is to go already: asking twice changes nothing, also not how long it stays in the bin. */
export const isMoved = ({ deletedAt }: { readonly deletedAt: number | null }, deleted: boolean): boolean =>
  (deletedAt !== null) === deleted;

/** The common columns of a record going into the bin (`deletedAt` epoch ms) or coming back (null). */
export const deletedColumns = <R extends Stored>(
  { clock, newVersion, onChange }: Journal,
  record: R,
  deleted: boolean,
) => {
  const now = clock.now();
  onChange(record.id);
  return { ...record, version: newVersion(record.version), updatedAt: now, deletedAt: deleted ? now : null };
};

/** The day of a moment. A stored day never moves while its instant and zone stay the same. */
export const dayFor = (
  moment: { readonly at: number; readonly zone: string },
  stored: { readonly at: number; readonly zone: string; readonly day: LocalDate } | undefined,
): LocalDate =>
  stored !== undefined && stored.at === moment.at && stored.zone === moment.zone
    ? stored.day
    : dayOf(moment.at, moment.zone);
