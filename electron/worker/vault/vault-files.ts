import { join } from 'node:path';

/** The journal's database inside a vault folder. */
export const databaseFile = (folder: string): string => join(folder, 'journal.db');
