import { join } from 'node:path';
import SqlCipher from '@signalapp/sqlcipher';
import { AppError } from '#core/errors';

/**
 * Holds a vault for this process alone until released or until the process dies, however it dies.
 * SQLite's own file locks do the work: they exist on every system and no crash leaves one behind.
 * Fails with VAULT_IN_USE when another process or connection holds it.
 */
export const holdVault = (folder: string): { readonly release: () => void } => {
  const connection = new SqlCipher(join(folder, 'in-use.lock'));
  try {
    connection.pragma('journal_mode = MEMORY');
    connection.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    connection.close();
    const busy = error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
    throw busy ? new AppError('VAULT_IN_USE') : error;
  }
  return { release: () => connection.close() };
};
