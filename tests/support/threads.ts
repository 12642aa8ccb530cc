import { pathToFileURL } from 'node:url';
import { inject } from 'vitest';

/** The file of one of the worker's threads, such as `key-derivation-thread`, bundled for this run. */
export const threadFile = (name: string): URL => new URL(`${name}.js`, pathToFileURL(`${inject('threads')}/`));
