import { realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type SyncMarker, type SyncService, syncServiceOf } from '#core/synced-folder';

const hasMarker = (folder: string, { name, kind }: SyncMarker): boolean => {
  try {
    const found = statSync(join(folder, name), { throwIfNoEntry: false });
    if (found === undefined) return false;
    return kind === 'any' || (kind === 'file' ? found.isFile() : found.isDirectory());
  } catch {
    // Where one may not look, nothing speaks for a service. It is a guess, and opening the journal does not wait on it.
    return false;
  }
};

const followed = (folder: string): string => {
  try {
    return realpathSync(folder);
  } catch {
    // As above: without knowing where a link leads, its own name is what there is to go by.
    return folder;
  }
};

/** The service that seems to copy a vault's folder to other computers, or null. */
export const syncedBy = (folder: string): SyncService | null => syncServiceOf(followed(folder), hasMarker);
