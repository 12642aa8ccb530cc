import { call, on } from './client';
import { flushAll } from './unsaved-work';

/** Writes what is not saved yet and locks the journal; the shell then puts a fresh, empty page in place of this one. */
export const lockJournal = async (): Promise<void> => {
  await flushAll();
  await call('shell.lock', {});
};

/** Answers the shell when it wants to lock (idle, suspend, screen lock, quit) by handing over what is not saved yet. */
export const lockWhenAsked = (): (() => void) => on('vault.locking', () => void lockJournal());
