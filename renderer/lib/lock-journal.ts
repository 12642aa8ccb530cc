import { blankScreen, bringBackScreen } from './blank';
import { call, on } from './client';
import { refresh } from './query-client';
import { createStore } from './store';
import { flushAll } from './unsaved-work';

/** Whether the app was about to end while there were words that would have been lost, and the person is being asked. */
export const quitQuestion = createStore(false);

const isAnythingKept = async (): Promise<boolean> => {
  const waiting = await call('unsaved.waiting', {});
  return waiting.ok && waiting.value;
};

/**
 * Writes what is not saved yet; what cannot be written is kept in memory, sealed. Resolves with whether anything is kept
 * or still has to be (while the journal is locked: whether anything was kept before).
 */
export const writeOrKeep = async (): Promise<boolean> => {
  const calls = await flushAll();
  if (calls.length > 0 || (await isAnythingKept())) await call('unsaved.keep', { calls: [...calls] });
  return calls.length > 0 || (await isAnythingKept());
};

const lock = async (): Promise<void> => {
  const locked = await call('shell.lock', {});
  // Still open: an empty screen would be a dead end.
  if (!locked.ok) bringBackScreen();
};

/**
 * Empties the screen at once, writes or keeps what is not saved yet and locks the journal; the shell then puts a fresh
 * page in place of this one.
 */
export const lockJournal = async (): Promise<void> => {
  blankScreen();
  await writeOrKeep();
  await lock();
};

/** What was just done with a journal that is locked now; the lock screen tells it. */
const lockNews = ['encrypted', 'went-back'] as const;
export type LockNews = (typeof lockNews)[number];

const NEWS_PATH = '/locked/';

/** The news in a path of the fresh page; null where it brings none. */
export const newsIn = (path: string): LockNews | null => lockNews.find((news) => path === NEWS_PATH + news) ?? null;

/** The worker has closed the journal by itself: empties the window as any lock does. */
export const emptyWindow = async (news: LockNews): Promise<void> => {
  // Past the router, as `lockToRecover` does; the question that said so stays above these pages.
  history.replaceState(null, '', `#${NEWS_PATH}${news}`);
  const locked = await call('shell.lock', {});
  if (!locked.ok) refresh(['status']);
};

/** Where the lock screen looks at once for what can be brought back. */
export const RECOVERY_PATH = '/recovery';

/** As `lockJournal`, for a journal that has turned out to be damaged: the lock screen begins with what can be brought back. */
export const lockToRecover = async (): Promise<void> => {
  blankScreen();
  await writeOrKeep();
  // Past the router: these pages stay as they are; the fresh one in their place reads it.
  history.replaceState(null, '', `#${RECOVERY_PATH}`);
  await lock();
};

const quit = async (): Promise<void> => {
  blankScreen();
  if (!(await writeOrKeep())) return lock();
  // What is kept in memory would be gone with it.
  await call('shell.stay', {});
  bringBackScreen();
  quitQuestion.write(true);
};

/** Answers the shell when it wants to lock (idle, suspend, screen lock, quit) by handing over what is not saved yet. */
export const lockWhenAsked = (): (() => void) =>
  on('vault.locking', ({ quitting }) => void (quitting ? quit() : lockJournal()));
