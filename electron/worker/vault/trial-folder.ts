import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Stands before the name of a folder that is never anybody's journal: an encrypted copy that is looked at and removed. */
const TRIAL = '.trial-';

/** A new folder beside the journals for an encrypted copy that is only looked at. */
export const makeTrialFolder = (home: string): string => {
  const folder = join(home, `${TRIAL}${randomUUID()}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
};

/** Removes such a folder with all that is in it. */
export const removeTrialFolder = (folder: string): void => {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // It is encrypted and nobody's journal; the next start removes it.
  }
};

/** Removes those that a crash left behind, as far as it can; to be called before any journal is open. */
export const clearTrialFolders = (home: string): void => {
  for (const name of existsSync(home) ? readdirSync(home) : []) {
    if (name.startsWith(TRIAL)) removeTrialFolder(join(home, name));
  }
};
