import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { discard, freshFolder, type LaunchOptions, launch, type RunningApp } from './launch';
import { createJournal, unlock } from './main-job';

type Made = { readonly journals: string; readonly groups: readonly string[] };

/** Makes a journal in the app, as a person does, and quits. */
const make = async (): Promise<Made> => {
  const { app, page, userData } = await launch();
  const groups = await createJournal(page);
  await app.close();
  const journals = join(userData, 'journals');
  const [vault = ''] = readdirSync(journals).filter((name) => name !== 'index.json');
  // The first snapshot may have been taken by now or not; whoever opens the journal gets one.
  rmSync(join(journals, vault, 'snapshots'), { recursive: true, force: true });
  process.once('exit', () => discard(userData));
  return { journals, groups };
};

let made: Promise<Made> | null = null;

/**
 * Puts a journal where an app that is not running yet finds it, and resolves with the groups of its recovery key. It is made
 * once and then copied: making one takes as long as most of what is tried with it. All of them have the same key.
 */
export const putJournal = async (userData: string): Promise<readonly string[]> => {
  made ??= make();
  const { journals, groups } = await made;
  cpSync(journals, join(userData, 'journals'), { recursive: true });
  return groups;
};

/** Starts the app with such a journal and opens it. */
export const launchOpen = async (options: LaunchOptions = {}): Promise<RunningApp> => {
  const userData = options.userData ?? freshFolder();
  await putJournal(userData);
  const running = await launch({ ...options, userData });
  await unlock(running.page);
  return running;
};
