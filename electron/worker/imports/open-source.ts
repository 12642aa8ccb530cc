import { realpath, stat } from 'node:fs/promises';
import { AppError } from '#core/errors';
import { openFolder, openSingleFile, readPlainFile } from './folder-source';
import { reasonOf } from './imported';
import type { Source } from './source';
import { openZip } from './zip-source';

// "PK" and the first record: a member, the end of an empty archive, or the mark of one in several parts.
const ZIP_STARTS = new Set(['504b0304', '504b0506', '504b0708']);

const readStart = (path: string): Uint8Array => {
  try {
    return readPlainFile(path, { bytes: 4, head: true });
  } catch (error) {
    throw new AppError('IMPORT_DAMAGED', { cause: reasonOf(error) });
  }
};

/**
 * What was chosen, as a source: a folder, a zip (by its first bytes) or a file. To be closed when the last picture was read.
 * Fails with FOLDER_MISSING (nothing there), IMPORT_EMPTY, IMPORT_DAMAGED, IMPORT_TOO_LARGE.
 */
export const openSource = async (chosen: string): Promise<Source> => {
  // A link may be chosen; only those inside what was chosen are not followed.
  const path = await realpath(chosen).catch((error: unknown) => {
    throw new AppError('FOLDER_MISSING', { cause: error });
  });
  const found = await stat(path).catch((error: unknown) => {
    throw new AppError('FOLDER_MISSING', { cause: error });
  });
  if (found.isDirectory()) return openFolder(path);
  if (!found.isFile()) throw new AppError('IMPORT_UNKNOWN');
  if (found.size === 0) throw new AppError('IMPORT_EMPTY');
  const start = readStart(path);
  return ZIP_STARTS.has(Buffer.from(start).toString('hex')) ? openZip(path) : openSingleFile(path);
};
