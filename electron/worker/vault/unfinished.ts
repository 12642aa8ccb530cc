import { join } from 'node:path';

/** Stands before the name of what is under way or was cut short: it gets a name of its own when it is whole. */
export const UNFINISHED = '.unfinished-';

/** Where in `folder` something is made that will have this name there. */
export const unfinishedIn = (folder: string, name: string): string => join(folder, `${UNFINISHED}${name}`);
