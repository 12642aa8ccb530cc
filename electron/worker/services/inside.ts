import { AppError } from '#core/errors';
import type { CopiedBack, EntryNow, Inside, InsideEntry, InsideHits, InsidePage } from '#core/inside';
import type { RecordId } from '#core/record';
import { type SnapshotName, shownCounts } from '#core/snapshot';
import type { Database } from '../db/database';
import { toAppError } from '../db/database-error';
import { currentSchema, migrate } from '../db/migrate';
import { openDatabase } from '../db/open-database';
import { type Journal, journalOf } from '../journal';
import { listAttachments } from '../repositories/attachment';
import { findEntryText } from '../repositories/entry';
import { openInside } from '../snapshots/open-inside';
import { snapshotsFolder } from '../snapshots/snapshot-files';
import { manifestOf } from '../snapshots/verify-snapshot';
import { databaseKey } from '../vault/keys';
import { makeTrialFolder, removeTrialFolder } from '../vault/trial-folder';
import { databaseFile } from '../vault/vault-files';
import { copyEntryBack } from './copy-back';
import { countJournal, pageOfEntries, readEntry } from './entries';
import { searchJournal } from './search';
import type { SnapshotService } from './snapshots';
import type { VaultService } from './vault';

type Options = {
  readonly vault: Pick<VaultService, 'current' | 'journal'>;
  readonly snapshots: Pick<SnapshotService, 'hold' | 'letGo' | 'keyFor'>;
  /** The folder that holds the journals. */
  readonly home: string;
};

/** A snapshot that is open to be read. */
type Opened = { readonly name: SnapshotName; readonly journal: Journal; readonly close: () => void };

type Stretch = { readonly before: number | null; readonly limit: number };

/** How an entry of a snapshot stands in the journal of today. */
const standing = (present: Database, past: Database, id: RecordId): EntryNow => {
  const now = findEntryText(present, id);
  if (now === undefined) return 'gone';
  if (now.deletedAt !== null) return 'bin';
  const old = findEntryText(past, id);
  return old?.title === now.title && old.bodyText === now.bodyText ? 'same' : 'changed';
};

/** Looks into one snapshot of the open journal at a time. Nothing is ever written into it, nor beside it. */
export const insideService = ({ vault, snapshots, home }: Options) => {
  let opened: Opened | null = null;
  // What was asked for last counts: one that is proven meanwhile is not opened any more.
  let latest = 0;

  const close = (): void => {
    latest += 1;
    const closing = opened;
    opened = null;
    snapshots.letGo();
    closing?.close();
  };

  /** Does something with a copy of the key that a snapshot was taken under, and overwrites that. */
  const withKey = <T>(name: SnapshotName, work: (key: Uint8Array) => T): T => {
    const key = snapshots.keyFor(name);
    try {
      return work(key);
    } finally {
      key.fill(0);
    }
  };

  /** Of an older program: it is brought to today's form in an encrypted copy beside the journals. */
  const openCopy = (copy: string, vaultKey: Uint8Array): { db: Database; close: () => void } => {
    const db = openDatabase(databaseFile(copy), databaseKey(vaultKey));
    try {
      migrate(db);
    } catch (error) {
      db.close();
      throw error;
    }
    const end = (): void => {
      db.close();
      removeTrialFolder(copy);
    };
    return { db, close: end };
  };

  const openInPlace = (name: SnapshotName): { db: Database; close: () => void } => {
    return withKey(name, (key) => {
      const db = openInside(snapshotsFolder(vault.current().folder), name, key);
      return { db, close: db.close };
    });
  };

  const copyFor = (name: SnapshotName): string | null => {
    const { folder } = vault.current();
    const manifest = withKey(name, (key) => manifestOf(snapshotsFolder(folder), name, key));
    const written = manifest?.schema ?? currentSchema;
    if (written > currentSchema) throw new AppError('VAULT_NEWER');
    return written < currentSchema ? makeTrialFolder(home) : null;
  };

  const open = async (job: string, name: SnapshotName): Promise<Inside> => {
    close();
    const mine = latest;
    const copy = copyFor(name);
    try {
      const manifest = await snapshots.hold(job, name, copy === null ? null : databaseFile(copy));
      if (latest !== mine) throw new AppError('CANCELLED');
      const { clock } = vault.journal();
      const { db, close: end } = copy === null ? openInPlace(name) : withKey(name, (key) => openCopy(copy, key));
      opened = { name, journal: journalOf(db, clock), close: end };
      return { name, takenAt: manifest.takenAt, counts: shownCounts(manifest), ...countJournal(opened.journal) };
    } catch (error) {
      if (copy !== null) removeTrialFolder(copy);
      if (latest === mine) close();
      throw error;
    }
  };

  /** The one that is meant, and the journal; fails with NOT_FOUND when it is not open, LOCKED. */
  const both = (name: SnapshotName): { readonly past: Journal; readonly present: Journal } => {
    const present = vault.journal();
    if (opened?.name !== name) throw new AppError('NOT_FOUND');
    return { past: opened.journal, present };
  };

  /** Reads in the snapshot; damage there is damage of the snapshot, not of the journal. */
  const reading = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      const { code } = toAppError(error);
      throw code === 'DATABASE_DAMAGED' ? new AppError('SNAPSHOT_DAMAGED', { cause: error }) : error;
    }
  };

  /** Adds to each how it stands in the journal of today. */
  const withStanding = <T extends { readonly id: RecordId }>(
    name: SnapshotName,
    { items, next }: { readonly items: readonly T[]; readonly next: number | null },
  ): { items: (T & { now: EntryNow })[]; next: number | null } => {
    const { past, present } = both(name);
    return { items: items.map((item) => ({ ...item, now: standing(present.db, past.db, item.id) })), next };
  };

  return {
    /**
     * Proves every byte of a snapshot against its manifest and opens it to be read, in the place of any other; one of an
     * older schema in a copy that is migrated. Fails with LOCKED, CANCELLED, NOT_FOUND, SNAPSHOT_DAMAGED, VAULT_NEWER,
     * FOLDER_MISSING, DISK_FULL, READ_ONLY.
     */
    open,

    /** Its entries, or those that lay in its bin, latest first; fails with NOT_FOUND, LOCKED, SNAPSHOT_DAMAGED. */
    list: (name: SnapshotName, stretch: Stretch & { readonly bin: boolean }): InsidePage =>
      reading(() => withStanding(name, pageOfEntries(both(name).past, stretch))),

    /** Entries in it that hold every word, latest first; fails with NOT_FOUND, LOCKED, SNAPSHOT_DAMAGED. */
    search: (name: SnapshotName, asked: Stretch & { readonly text: string }): InsideHits =>
      reading(() => withStanding(name, searchJournal(both(name).past, asked))),

    /** An entry in it, whole; fails with NOT_FOUND, LOCKED, SNAPSHOT_DAMAGED. */
    get: (name: SnapshotName, id: RecordId): InsideEntry =>
      reading(() => {
        const { past, present } = both(name);
        const attachments = listAttachments(past.db, id).length;
        return { entry: readEntry(past, id), now: standing(present.db, past.db, id), attachments };
      }),

    /** Copies an entry back into the journal; fails with NOT_FOUND, LOCKED, DISK_FULL, READ_ONLY. */
    copyBack: (name: SnapshotName, asked: { readonly id: RecordId; readonly asNew: boolean }): CopiedBack => {
      const { past, present } = both(name);
      return copyEntryBack(present, past.db, asked);
    },

    /** Closes what is open. Safe to call at any time. */
    close,
  };
};

export type InsideService = ReturnType<typeof insideService>;
