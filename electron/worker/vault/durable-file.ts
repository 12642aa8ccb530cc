import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** What some network folders answer: they cannot be told to, and do so when they please. */
const CANNOT_SYNC: ReadonlySet<string | undefined> = new Set(['EINVAL', 'ENOTSUP']);

/** Makes names created, renamed or removed in `folder` durable. Windows has no such call and needs none. */
export const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } catch (error) {
    if (!CANNOT_SYNC.has((error as NodeJS.ErrnoException).code)) throw error;
  } finally {
    closeSync(handle);
  }
};

/** Makes a folder, and those around it, for its owner alone; their names are on the disk when it returns. Does nothing when it is there. */
export const makeFolder = (folder: string): void => {
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) syncFolder(dirname(made));
};

/** Brings what was written to a file onto the disk itself. */
export const syncFile = (file: string): void => {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** Writes `bytes` to a new file readable only by its owner, and to the disk itself, before it returns. */
export const writeNewFile = (file: string, bytes: Uint8Array): void => {
  const handle = openSync(file, 'w', 0o600);
  try {
    for (let offset = 0; offset < bytes.length; ) offset += writeSync(handle, bytes, offset);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

const discard = (file: string): void => {
  try {
    rmSync(file, { force: true });
  } catch {
    // What went wrong before is what is to be told; whoever writes here next begins anew.
  }
};

/** Replaces `file` so that after a power cut either the old or the new content is there, whole. When it fails, the old is. */
export const replaceFile = (file: string, bytes: Uint8Array): void => {
  const fresh = `${file}.new`;
  try {
    writeNewFile(fresh, bytes);
    renameSync(fresh, file);
  } catch (error) {
    discard(fresh);
    throw error;
  }
  syncFolder(dirname(file));
};

/** The content of a file, or undefined when there is no such file. Other failures are thrown. */
export const readIfThere = (file: string): Buffer | undefined => {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};
