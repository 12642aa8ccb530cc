import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '#core/errors';
import { toAppError } from '../db/database-error';
import { syncFolder } from '../vault/durable-file';

const NAME = /^\.ebb-([0-9a-f-]{36})\.unfinished$/;

/** The file, beside its target, that an export is written to until it is whole; named after the job that writes it. */
export const unfinishedFile = (target: string, job: string): string => join(dirname(target), `.ebb-${job}.unfinished`);

/** Removes what exports that were cut short (a crash, a pulled plug) left beside `target`; those of jobs still at work stay. */
export const clearUnfinished = (target: string, isAtWork: (job: string) => boolean): void => {
  const folder = dirname(target);
  try {
    for (const name of readdirSync(folder)) {
      const job = NAME.exec(name)?.[1];
      if (job !== undefined && !isAtWork(job)) discard(join(folder, name));
    }
  } catch {
    // A folder that cannot be listed will say so itself when the export is written.
  }
};

/** Removes an unfinished file if it is there. Never fails: what went wrong before is what is to be told. */
export const discard = (file: string): void => {
  try {
    rmSync(file, { force: true });
  } catch {
    // On a drive that is gone there is nothing to remove.
  }
};

const codes: Readonly<Record<string, 'TOO_LARGE' | 'NOT_A_FILE'>> = {
  // More than 4 GiB on a stick formatted as FAT.
  EFBIG: 'TOO_LARGE',
  // A folder stands where the export should.
  EISDIR: 'NOT_A_FILE',
};

/** What a failure to write there means: FOLDER_MISSING, DISK_FULL, READ_ONLY, TOO_LARGE, NOT_A_FILE. */
export const targetError = (error: unknown): AppError => {
  const known = error instanceof Error && 'code' in error ? codes[String(error.code)] : undefined;
  return known === undefined || error instanceof AppError ? toAppError(error) : new AppError(known, { cause: error });
};

const guarded = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw targetError(error);
  }
};

/** Fails with NOT_A_FILE when a folder stands at `target`: no file can take its place, so nothing is worth writing. */
export const requireFilePlace = (target: string): void => {
  if (guarded(() => statSync(target, { throwIfNoEntry: false }))?.isDirectory() === true)
    throw new AppError('NOT_A_FILE');
};

/** Makes the unfinished file, readable by its owner alone; fails when there is one already. */
export const createUnfinished = (file: string) => {
  const handle = guarded(() => openSync(file, 'wx', 0o600));
  let bytes = 0;
  return {
    write: (part: Uint8Array): void =>
      guarded(() => {
        for (let offset = 0; offset < part.length; ) offset += writeSync(handle, part, offset);
        bytes += part.length;
      }),
    /** Everything written so far is on the disk itself when this returns; answers with how many bytes that is. */
    sync: (): number => {
      guarded(() => fsyncSync(handle));
      return bytes;
    },
    close: (): void => closeSync(handle),
  };
};

/** Gives a whole export its name; what stood there before is replaced only now. */
export const finish = (file: string, target: string): void => {
  guarded(() => renameSync(file, target));
  try {
    syncFolder(dirname(target));
  } catch {
    // Some network folders cannot be told to. The export itself is whole, durable and in its place.
  }
};
