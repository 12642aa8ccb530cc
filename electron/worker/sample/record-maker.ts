import type { RecordId, RecordVersion } from '#core/record';
import { nextVersion, parseVersion } from '#core/version-clock';
import type { Journal } from '../journal';
import type { Random } from './random';

/** The columns that every record carries. */
export type Columns = {
  readonly id: RecordId;
  readonly version: RecordVersion;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly deletedAt: null;
};

/** Gives records an identity that depends on nothing but the seed and their own time. */
export type RecordMaker = {
  /** For a record made at an instant (epoch ms). */
  readonly columnsAt: (at: number) => Columns;
  readonly versionAt: (at: number) => RecordVersion;
  /** The journal as repositories see it that make records of their own, such as a tag: at `clock.now`, from the seed. */
  readonly journal: Journal;
};

const idAt = (at: number, random: Random): RecordId => {
  const ms = Math.max(0, at).toString(16).padStart(12, '0');
  const tail = random.hex(18);
  const variant = '89ab'.charAt(Number.parseInt(tail.charAt(0), 16) % 4);
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7${tail.slice(1, 4)}-${variant}${tail.slice(4, 7)}-${random.hex(12)}` as RecordId;
};

/** Makes records for a journal from a seeded stream. */
export const recordMaker = (journal: Journal, random: Random): RecordMaker => {
  const { device } = parseVersion(journal.newVersion(null));
  const versionAt = (at: number): RecordVersion => nextVersion({ last: null, now: at, device });
  return {
    versionAt,
    columnsAt: (at) => ({
      id: idAt(at, random),
      version: versionAt(at),
      createdAt: at,
      updatedAt: at,
      deletedAt: null,
    }),
    journal: {
      ...journal,
      newId: () => idAt(journal.clock.now(), random),
      newVersion: () => versionAt(journal.clock.now()),
    },
  };
};
