import { on } from './client';
import { refresh } from './query-client';

/** Has what is shown of backups asked for again whenever the worker says that it is not as it was; ends with the returned function. */
export const followSnapshots = (): (() => void) => on('snapshots.changed', () => refresh(['snapshots', 'status']));
