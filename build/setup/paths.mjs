import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository, wherever it was checked out. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Joins names onto the folder of the repository. */
export function inRepository(/** @type {string[]} */ ...names) {
  return path.join(root, ...names);
}
