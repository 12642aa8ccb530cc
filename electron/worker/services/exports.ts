import { rmSync } from 'node:fs';
import type { EventPayload } from '#core/contract';
import { AppError } from '#core/errors';
import type { ExportManifest, ExportPreview, ExportReport } from '#core/export-manifest';
import type { RecoveryKeyOffer } from '#core/vault-status';
import { WORK_FACTOR } from '../age/passphrase-stanza';
import { fillUnsynced } from '../exports/fill-unsynced';
import { runExportThread } from '../exports/run-export-thread';
import { checkRestored, storeRecords } from '../exports/store-records';
import { clearUnfinished, discard, unfinishedFile } from '../exports/unfinished-file';
import { type Job, jobRegistry } from '../jobs';
import type { Journal } from '../journal';
import { SEEN } from '../merge/seen-versions';
import { pauseEntryIndex } from '../repositories/entry-index';
import { saveSetting } from '../repositories/setting';
import { type BuiltVault, buildVault, type Keysmith, recoveryCost } from '../vault/build-vault';
import { databaseFile } from '../vault/vault-files';
import type { VaultService } from './vault';

type Options = {
  readonly vault: VaultService;
  readonly smith: Keysmith;
  /** The folder that holds the journals. */
  readonly home: string;
  /** The file of export-thread. */
  readonly thread: string | URL;
  /** The version of this program, for the manifest. */
  readonly app: string;
  /** Of scrypt, for the passphrase; what `age` takes, unless a test has no second to spare. */
  readonly workFactor?: number;
  readonly onProgress: (event: EventPayload<'job.progress'>) => void;
};

type Request = { readonly job: string; readonly file: string; readonly passphrase: string };

/** `into` and `by` take the place of the folder of the journals and of the usual cost of a key. */
type NewVault = Request & { readonly newPassphrase: string; readonly into?: string; readonly by?: Keysmith };

/** A promise and its two ends. */
const deferred = <T>() => {
  let resolve: (value: T) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<T>((onValue, onFailure) => {
    resolve = onValue;
    reject = onFailure;
  });
  promise.catch(() => undefined);
  return { promise, resolve, reject };
};

const stopIfCancelled = ({ control }: Job): void => {
  if (control.isCancelled()) throw new AppError('CANCELLED');
};

/** Encrypted exports: writing them, looking into them, making a journal from them. All work is done by the export thread. */
export const exportService = ({ vault, smith, home, thread, app, workFactor = WORK_FACTOR, onProgress }: Options) => {
  const jobs = jobRegistry(onProgress);

  const write = async (job: Job, { file, passphrase }: Request): Promise<ExportReport> => {
    const { folder, header, vaultKey } = vault.current();
    clearUnfinished(file, jobs.isAtWork);
    const unfinished = unfinishedFile(file, job.id);
    try {
      const { report } = await runExportThread(
        thread,
        {
          task: 'write',
          passphrase,
          target: file,
          unfinished,
          database: databaseFile(folder),
          vaultKey,
          vaultId: header.vaultId,
          app,
          exportedAt: smith.clock.now(),
          workFactor,
        },
        { job },
      );
      return report;
    } finally {
      // The thread does so itself unless it died.
      discard(unfinished);
    }
  };

  const inspect = async (job: Job, { file, passphrase }: Request): Promise<ExportPreview> => {
    const task = { task: 'read', source: file, passphrase, deliver: false } as const;
    return (await runExportThread(thread, task, { job })).preview;
  };

  /** Starts reading: `opened` resolves when the passphrase was right, `ended` when all was in order and is in `target`. */
  const startReading = (job: Job, { file, passphrase }: Request, target: Promise<Journal>) => {
    const opened = deferred<ExportManifest>();
    let store: ReturnType<typeof storeRecords> | null = null;
    const task = { task: 'read', source: file, passphrase, deliver: true } as const;
    const ended = runExportThread(thread, task, {
      job,
      onOpened: opened.resolve,
      onRecords: async (records) => {
        store ??= storeRecords(await target);
        store(records);
      },
    });
    ended.catch(opened.reject);
    return { opened: opened.promise, ended };
  };

  const build = async (
    job: Job,
    request: NewVault,
    onManifest: (manifest: ExportManifest) => void = () => undefined,
  ): Promise<BuiltVault> => {
    const { into = home, by = smith } = request;
    const target = deferred<Journal>();
    const { opened, ended } = startReading(job, request, target.promise);
    try {
      const manifest = await opened;
      onManifest(manifest);
      return await buildVault(by, {
        home: into,
        passphrase: request.newPassphrase,
        populate: async (journal) => {
          stopIfCancelled(job);
          const read = (): typeof ended => {
            target.resolve(journal);
            return ended;
          };
          const buildIndex = pauseEntryIndex(journal.db);
          const finish = (): void => {
            buildIndex();
            // It lies in another vault now and is the same journal still.
            saveSetting(journal.db, 'journal', manifest.journal);
            if (manifest.seen !== undefined) saveSetting(journal.db, SEEN, JSON.stringify(manifest.seen));
          };
          const { preview } = await fillUnsynced(journal.db, read, finish);
          job.onProgress({ phase: 'verifying', done: 0, total: 1 });
          checkRestored(journal, preview.counts);
          stopIfCancelled(job);
        },
      });
    } catch (error) {
      // What stopped the building stops the reading too.
      target.reject(error);
      job.control.cancel();
      // Damage found while the journal was still being made has stopped the making: it is what is to be told.
      const cause = await ended.then(
        () => error,
        (failure: unknown) => failure,
      );
      throw error instanceof AppError && error.code === 'CANCELLED' ? cause : error;
    }
  };

  const restore = async (
    job: Job,
    request: Request & { readonly newPassphrase: string },
  ): Promise<RecoveryKeyOffer> => {
    if (vault.isOpen()) throw new AppError('VAULT_EXISTS');
    const built = await build(job, request);
    try {
      stopIfCancelled(job);
      return await vault.adopt(built, request.newPassphrase);
    } catch (error) {
      // Nobody has been shown its recovery key: it must not stay.
      rmSync(built.folder, { recursive: true, force: true });
      throw error;
    }
  };

  const recordBackup = (): void => {
    try {
      vault.recordBackup('export');
    } catch {
      // The export is whole and in its place; only the note of when is lost.
    }
  };

  return {
    /**
     * Writes the open journal to an encrypted export, rereads it and compares, then gives it its name. Fails with LOCKED,
     * CANCELLED, DISK_FULL, READ_ONLY, FOLDER_MISSING, NOT_A_FILE, TOO_LARGE, EXPORT_DAMAGED, KDF_OUT_OF_MEMORY; `file` is
     * then as before.
     */
    write: (request: Request): Promise<ExportReport> =>
      jobs.run(request.job, async (job) => {
        const report = await write(job, request);
        recordBackup();
        return report;
      }),

    /**
     * Reads and checks an export from end to end and tells what is in it; changes nothing. Fails with WRONG_PASSPHRASE,
     * NOT_AN_EXPORT, EXPORT_DAMAGED, EXPORT_TIME, EXPORT_NEWER, FOLDER_MISSING, KDF_OUT_OF_MEMORY, CANCELLED.
     */
    inspect: (request: Request): Promise<ExportPreview> => jobs.run(request.job, (job) => inspect(job, request)),

    /**
     * Makes a new journal from an export beside any others, checks it, opens it and shows its recovery key. Fails as
     * `inspect` does, and with VAULT_EXISTS (a journal is open), DISK_FULL, READ_ONLY; nothing new remains then.
     */
    restore: (request: Request & { readonly newPassphrase: string }): Promise<RecoveryKeyOffer> =>
      jobs.run(request.job, (job) => restore(job, request)),

    /**
     * Makes a journal of an export in the folder `home`, as restoring it would, under a passphrase that nobody will ever
     * type, and tells when the export was made (epoch ms). Fails as `inspect` does, and with DISK_FULL, READ_ONLY.
     */
    tryOut: (request: Request, home: string): Promise<{ folder: string; passphrase: string; madeAt: number }> =>
      jobs.run(request.job, async (job) => {
        const passphrase = smith.sodium.to_hex(smith.sodium.randombytes_buf(32));
        const by = { ...smith, calibrate: async () => recoveryCost };
        let madeAt = 0;
        const built = await build(job, { ...request, newPassphrase: passphrase, into: home, by }, (manifest) => {
          madeAt = manifest.exportedAt;
        });
        smith.sodium.memzero(built.recoveryKey);
        return { folder: built.folder, passphrase, madeAt };
      }),

    /** Cancels a job and waits until it has cleaned up behind itself; does nothing when there is no such job. */
    cancel: jobs.cancel,

    /** Cancels every job and waits for them; to be called before the vault closes. */
    close: jobs.cancelAll,
  };
};

export type ExportService = ReturnType<typeof exportService>;
