import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const repository = fileURLToPath(new URL('../../..', import.meta.url));

/** A file of the app as it was built. */
export const builtFile = (...names: readonly string[]): string => join(repository, 'out', 'app', ...names);
