import { basename, join } from 'node:path';
import type { DrillReport, LastDrill, TestedBackup } from '#core/drill';
import { AppError, type ErrorCode } from '#core/errors';
import type { SnapshotName } from '#core/snapshot';
import type { Database } from '../db/database';
import { toAppError, whereWritable } from '../db/database-error';
import { migrate } from '../db/migrate';
import { openDatabase } from '../db/open-database';
import { countLines } from '../exports/export-lines';
import type { Journal } from '../journal';
import { countBinnedCheckIns } from '../repositories/check-in';
import { countEntries, listEntries } from '../repositories/entry';
import { countBinnedGoals } from '../repositories/goal';
import { timeOf } from '../snapshots/snapshot-files';
import type { Keysmith } from '../vault/build-vault';
import { isAuthentic } from '../vault/header';
import { readHeaderPair } from '../vault/header-pair';
import { databaseKey } from '../vault/keys';
import { openVault } from '../vault/open-vault';
import { passphraseBytes } from '../vault/passphrase-bytes';
import { makeTrialFolder, removeTrialFolder } from '../vault/trial-folder';
import { databaseFile } from '../vault/vault-files';
import { holdVault } from '../vault/vault-lock';
import type { ExportService } from './exports';
import { lastDrillIn, saveLastDrill } from './last-drill';
import type { SnapshotService } from './snapshots';
import type { VaultService } from './vault';

type Options = {
  readonly vault: Pick<VaultService, 'current' | 'journal'>;
  readonly smith: Keysmith;
  /** The folder that holds the journals. */
  readonly home: string;
  readonly snapshots: Pick<SnapshotService, 'tryOut'>;
  readonly exports: Pick<ExportService, 'tryOut'>;
};

/** What the person may compare with what they remember. */
const reportOf = (db: Database, madeAt: number): DrillReport => {
  const counts = countLines(db);
  const [last] = listEntries(db, { before: null, limit: 1 });
  return {
    madeAt,
    entries: countEntries(db).kept,
    checkIns: (counts['check-in'] ?? 0) - countBinnedCheckIns(db),
    goals: (counts.goal ?? 0) - countBinnedGoals(db),
    last: last === undefined ? null : { day: last.day, title: last.title, excerpt: last.excerpt },
  };
};

/** Makes a journal of a backup in a folder and reads it. */
type Work = (folder: string) => Promise<DrillReport>;

/** These say that the backup is not whole; others, that it could not be tested now. */
const isDamage = (code: ErrorCode): boolean => ['SNAPSHOT_DAMAGED', 'EXPORT_DAMAGED', 'EXPORT_TIME'].includes(code);

/** Opens a vault as ever, but with the key that is known already in the place of a secret. */
const withDatabase = <T>(folder: string, vaultKey: Uint8Array, work: (db: Database) => T): T => {
  if (!readHeaderPair(folder).candidates.some((header) => isAuthentic(header, vaultKey))) {
    throw new AppError('HEADER_DAMAGED');
  }
  const hold = holdVault(folder);
  try {
    const db = openDatabase(databaseFile(folder), databaseKey(vaultKey));
    try {
      // Without a snapshot before it, as going back takes one: this one is thrown away.
      migrate(db);
      return work(db);
    } finally {
      db.close();
    }
  } finally {
    hold.release();
  }
};

/** Makes a journal of a backup, opens it, tells what is in it, and removes it. No journal that is there is touched. */
export const drillService = ({ vault, smith, home, snapshots, exports }: Options) => {
  let last: Promise<unknown> = Promise.resolve();

  const noteFailure = (journal: Journal, of: TestedBackup | null, error: unknown): void => {
    // Locked meanwhile: there is no journal any more to note it in.
    if (vault.journal() !== journal || !isDamage(toAppError(error).code)) return;
    whereWritable(() => saveLastDrill(journal, of, false));
  };

  /** What is wrong with the journal that was made of a backup is wrong with the backup. */
  const ofBackup = (error: unknown, code: 'SNAPSHOT_DAMAGED' | 'EXPORT_DAMAGED'): unknown => {
    const isOwn = ['DATABASE_DAMAGED', 'HEADER_DAMAGED'].includes(toAppError(error).code);
    return isOwn ? new AppError(code, { cause: error }) : error;
  };

  const tryOut = async (of: TestedBackup | null, work: Work): Promise<DrillReport> => {
    const journal = vault.journal();
    const folder = makeTrialFolder(home);
    try {
      const report = await work(folder);
      if (vault.journal() !== journal) throw new AppError('LOCKED');
      whereWritable(() => saveLastDrill(journal, of ?? { kind: 'snapshot', takenAt: report.madeAt }, true));
      return report;
    } catch (error) {
      noteFailure(journal, of, error);
      throw error;
    } finally {
      removeTrialFolder(folder);
    }
  };

  const readExport = async (folder: string, passphrase: string, madeAt: number): Promise<DrillReport> => {
    const opened = await openVault(smith, folder, {
      secret: { type: 'passphrase', bytes: passphraseBytes(passphrase) },
      // Made a moment ago, in today's form.
      beforeMigration: async () => undefined,
    });
    try {
      return reportOf(opened.db, madeAt);
    } finally {
      opened.db.close();
      smith.sodium.memzero(opened.vaultKey);
      opened.release();
    }
  };

  /** `of` is null where only the work finds out which snapshot it is. */
  const inTrial = (of: TestedBackup | null, work: Work): Promise<DrillReport> => {
    const drill = tryOut(of, work);
    last = Promise.allSettled([last, drill]);
    return drill;
  };

  return {
    /**
     * Tests a snapshot (null: the newest that was found whole). Fails with LOCKED, CANCELLED, NOT_FOUND, SNAPSHOT_DAMAGED,
     * VAULT_NEWER, FOLDER_MISSING, DISK_FULL, READ_ONLY.
     */
    snapshot: (job: string, name: SnapshotName | null): Promise<DrillReport> =>
      inTrial(name === null ? null : { kind: 'snapshot', takenAt: timeOf(name) }, async (folder) => {
        const { takenAt } = await snapshots.tryOut(job, name, folder);
        const { header, vaultKey } = vault.current();
        try {
          return withDatabase(join(folder, header.vaultId), vaultKey, (db) => reportOf(db, takenAt));
        } catch (error) {
          throw ofBackup(error, 'SNAPSHOT_DAMAGED');
        }
      }),

    /** Tests an export, as restoring it would; fails as looking into one does, and with DISK_FULL, READ_ONLY, LOCKED. */
    export: (request: { readonly job: string; readonly file: string; readonly passphrase: string }) =>
      inTrial({ kind: 'export', name: basename(request.file) }, async (folder) => {
        const { passphrase, madeAt, ...built } = await exports.tryOut(request, folder);
        try {
          return await readExport(built.folder, passphrase, madeAt);
        } catch (error) {
          throw ofBackup(error, 'EXPORT_DAMAGED');
        }
      }),

    /** When a backup of the open journal was last tested, and how that ended; fails with LOCKED. */
    last: (): LastDrill | null => lastDrillIn(vault.journal()),

    /** Resolves once what is under way, and was cancelled, has cleaned up behind itself. */
    close: async (): Promise<void> => void (await last),
  };
};

export type DrillService = ReturnType<typeof drillService>;
