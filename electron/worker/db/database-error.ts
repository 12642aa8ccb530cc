import { AppError, type ErrorCode } from '#core/errors';

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

const meanings: readonly (readonly [prefix: string, code: ErrorCode])[] = [
  ['SQLITE_FULL', 'DISK_FULL'],
  // No room for what SQLite keeps beside an open database.
  ['SQLITE_IOERR_SHMSIZE', 'DISK_FULL'],
  ['ENOSPC', 'DISK_FULL'],
  ['EDQUOT', 'DISK_FULL'],
  ['SQLITE_READONLY', 'READ_ONLY'],
  ['SQLITE_CANTOPEN', 'READ_ONLY'],
  ['SQLITE_PERM', 'READ_ONLY'],
  ['EROFS', 'READ_ONLY'],
  ['EACCES', 'READ_ONLY'],
  ['EPERM', 'READ_ONLY'],
  ['ENOENT', 'FOLDER_MISSING'],
  ['ENOTDIR', 'FOLDER_MISSING'],
  // A drive that was pulled out takes nothing in any more.
  ['EIO', 'FOLDER_MISSING'],
  ['ENODEV', 'FOLDER_MISSING'],
  ['ENXIO', 'FOLDER_MISSING'],
  ['SQLITE_IOERR_WRITE', 'FOLDER_MISSING'],
  ['SQLITE_IOERR_FSYNC', 'FOLDER_MISSING'],
  ['SQLITE_IOERR_TRUNCATE', 'FOLDER_MISSING'],
  ['SQLITE_IOERR_FSTAT', 'FOLDER_MISSING'],
  ['SQLITE_BUSY', 'VAULT_IN_USE'],
  ['SQLITE_NOTADB', 'DATABASE_DAMAGED'],
  ['SQLITE_CORRUPT', 'DATABASE_DAMAGED'],
];

/**
 * What the full-text index fails with where a page of it is damaged: SQLite's words for an error that nobody described. What
 * is wrong with a statement is always described.
 */
const isUndescribed = (error: unknown): boolean =>
  codeOf(error) === 'SQLITE_ERROR' && error instanceof Error && error.message.endsWith('SQL logic error');

/** Translates what SQLite or the file system threw into one of our codes; anything unexpected becomes INTERNAL. */
export const toAppError = (error: unknown): AppError => {
  if (error instanceof AppError) return error;
  if (isUndescribed(error)) return new AppError('DATABASE_DAMAGED', { cause: error });
  const code = codeOf(error);
  const meaning = meanings.find(([prefix]) => code.startsWith(prefix));
  return new AppError(meaning?.[1] ?? 'INTERNAL', { cause: error });
};

/** Does what can wait: where the disk is full or may not be written to it is left for another time, and nobody is kept out for it. */
export const whereWritable = (work: () => void): void => {
  try {
    work();
  } catch (error) {
    const { code } = toAppError(error);
    if (code !== 'DISK_FULL' && code !== 'READ_ONLY') throw error;
  }
};
