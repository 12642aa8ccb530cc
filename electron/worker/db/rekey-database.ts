import { syncFile } from '../vault/durable-file';
import { connect, type Database, rekey } from './database';

type Keys = { readonly from: string; readonly to: string };

/**
 * Encrypts every page of a database anew, under another key and salt, after `change` was made in it. Only ever for a copy
 * that is thrown away when this fails: nothing could undo half of it.
 */
export const rekeyDatabase = (file: string, { from, to }: Keys, change: (db: Database) => void): void => {
  const db = connect(file, from);
  try {
    db.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY');
    change(db);
    rekey(db, to);
  } finally {
    db.close();
  }
  syncFile(file);
};
