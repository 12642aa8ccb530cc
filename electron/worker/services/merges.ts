import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { EventPayload } from '#core/contract';
import { AppError } from '#core/errors';
import type { ExportManifest } from '#core/export-manifest';
import type { DeletionAnswer, LastMerge, MergePreview, MergeReport, MergeUndone, SeenVersions } from '#core/merge';
import { seenByBoth } from '#core/merge';
import type { Database } from '../db/database';
import { createDatabase } from '../db/open-database';
import { runExportThread } from '../exports/run-export-thread';
import { storeRecords } from '../exports/store-records';
import { type Job, jobRegistry } from '../jobs';
import { journalOf } from '../journal';
import { applyMerge } from '../merge/apply-merge';
import { previewMerge } from '../merge/preview-merge';
import { seenVersions } from '../merge/seen-versions';
import { undoMerge } from '../merge/undo-merge';
import { findBulkChange } from '../repositories/bulk-change';
import { pauseEntryIndex } from '../repositories/entry-index';
import { findSetting } from '../repositories/setting';
import type { Keysmith } from '../vault/build-vault';
import { UNFINISHED } from '../vault/unfinished';
import { databaseFile } from '../vault/vault-files';
import type { SnapshotService } from './snapshots';
import type { VaultService } from './vault';

type Options = {
  readonly vault: Pick<VaultService, 'current' | 'journal' | 'isReal'>;
  readonly smith: Pick<Keysmith, 'clock'>;
  /** The folder that holds the journals. */
  readonly home: string;
  /** The file of export-thread. */
  readonly thread: string | URL;
  readonly snapshots: Pick<SnapshotService, 'take'>;
  readonly onProgress: (event: EventPayload<'job.progress'>) => void;
};

/** A backup that was read whole, in an encrypted database of its own whose key is nowhere but in this process. */
type Copy = {
  readonly folder: string;
  readonly db: Database;
  readonly manifest: ExportManifest;
  readonly seen: SeenVersions;
};

const PREFIX = `${UNFINISHED}merge-`;
/** SQLCipher's key and salt. */
const KEY_BYTES = 48;

/** Removes what a crash left behind. It is encrypted, and its key is gone. */
const clearLeftBehind = (home: string): void => {
  for (const name of existsSync(home) ? readdirSync(home) : []) {
    if (name.startsWith(PREFIX)) rmSync(join(home, name), { recursive: true, force: true });
  }
};

const stopIfCancelled = ({ control }: Job): void => {
  if (control.isCancelled()) throw new AppError('CANCELLED');
};

/** Takes an encrypted export into the open journal: first it is told what that would do, then it is done, and it can be undone. */
export const mergeService = ({ vault, smith: { clock }, home, thread, snapshots, onProgress }: Options) => {
  const jobs = jobRegistry(onProgress);
  let copy: Copy | null = null;
  clearLeftBehind(home);

  const forget = (): void => {
    const old = copy;
    copy = null;
    if (old === null) return;
    try {
      old.db.close();
    } finally {
      rmSync(old.folder, { recursive: true, force: true });
    }
  };

  const createCopy = (folder: string): Database => {
    mkdirSync(folder, { mode: 0o700 });
    const db = createDatabase(databaseFile(folder), randomBytes(KEY_BYTES).toString('hex'));
    // Nobody relies on it: after a crash it is thrown away. Nobody searches it either.
    db.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF');
    pauseEntryIndex(db);
    return db;
  };

  const fill = async (job: Job, db: Database, source: string, passphrase: string): Promise<ExportManifest> => {
    let manifest: ExportManifest | undefined;
    const store = storeRecords(journalOf(db, clock));
    await runExportThread(
      thread,
      { task: 'read', source, passphrase, deliver: true },
      {
        job,
        onOpened: (opened) => {
          manifest = opened;
        },
        onRecords: store,
      },
    );
    if (manifest === undefined) throw new AppError('INTERNAL');
    return manifest;
  };

  const read = async (job: Job, source: string, passphrase: string): Promise<Copy> => {
    // Beside the open journal: that of a sample lies elsewhere.
    const folder = join(dirname(vault.current().folder), `${PREFIX}${job.id}`);
    let db: Database | undefined;
    try {
      db = createCopy(folder);
      const manifest = await fill(job, db, source, passphrase);
      return { folder, db, manifest, seen: seenByBoth(manifest.seen ?? {}, seenVersions(db)) };
    } catch (error) {
      db?.close();
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  };

  const mergeOf = ({ db: theirs, seen }: Copy, deletions: DeletionAnswer) => {
    const journal = vault.journal();
    return { journal, theirs, seen: { ours: seenVersions(journal.db), theirs: seen }, deletions };
  };

  const look = async (job: Job, source: string, passphrase: string): Promise<MergePreview> => {
    const { header } = vault.current();
    forget();
    copy = await read(job, source, passphrase);
    try {
      job.onProgress({ phase: 'comparing', done: 0, total: 1 });
      const { exportedAt, journal } = copy.manifest;
      const told = await previewMerge(mergeOf(copy, 'keep'), () => stopIfCancelled(job));
      stopIfCancelled(job);
      const sameJournal = journal === (findSetting(vault.journal().db, 'journal') ?? header.vaultId);
      return { exportedAt, sameJournal, ...told };
    } catch (error) {
      forget();
      throw error;
    }
  };

  const run = async (job: Job, deletions: DeletionAnswer): Promise<MergeReport> => {
    vault.current();
    const prepared = copy;
    if (prepared === null) throw new AppError('NOT_FOUND');
    if (vault.isReal()) await snapshots.take(job.id, 'before-merge');
    stopIfCancelled(job);
    job.onProgress({ phase: 'merging', done: 0, total: 1 });
    // From here on nothing else is heard: the last chance for what has come in meanwhile.
    await breathe();
    stopIfCancelled(job);
    const report = applyMerge(mergeOf(prepared, deletions), prepared.manifest.exportedAt);
    forget();
    return report;
  };

  return {
    /**
     * Reads an export whole and tells what merging it would do; changes nothing, and keeps what it read until `run` or
     * `forget`. Fails as inspecting an export does, and with LOCKED, DISK_FULL, READ_ONLY.
     */
    look: (request: {
      readonly job: string;
      readonly file: string;
      readonly passphrase: string;
    }): Promise<MergePreview> => jobs.run(request.job, (job) => look(job, request.file, request.passphrase)),

    /**
     * Merges what `look` read, after a snapshot. Fails with LOCKED, NOT_FOUND (nothing was looked at), CANCELLED, DISK_FULL,
     * READ_ONLY, SNAPSHOT_DAMAGED; the journal is then as it was.
     */
    run: (job: string, deletions: DeletionAnswer): Promise<MergeReport> =>
      jobs.run(job, (running) => run(running, deletions)),

    /** Lets go of what `look` read. */
    forget,

    /** The last merge, while it can be undone. */
    last: (): LastMerge => {
      const found = findBulkChange(vault.journal().db, 'merge');
      return found === undefined ? null : { at: found.at, exportedAt: found.sourceAt };
    },

    /** Undoes the last merge; fails with LOCKED, NOT_FOUND, DISK_FULL, READ_ONLY. */
    undo: (): MergeUndone => ({ left: undoMerge(vault.journal()) }),

    cancel: jobs.cancel,

    /** Stops whatever is going on and removes what was read; to be called before the vault closes. */
    close: async (): Promise<void> => {
      await jobs.cancelAll();
      forget();
    },
  };
};

export type MergeService = ReturnType<typeof mergeService>;
