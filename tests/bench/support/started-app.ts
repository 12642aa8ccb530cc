import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { electronPath } from '../../../build/setup/runtime.mjs';
import { sandboxOptions } from '../../../build/setup/sandbox.mjs';
import { builtFile } from './places';

/** The folder of the bare window, and of Ebb when it is started without a debugger. */
export const appFolder = fileURLToPath(new URL('../app', import.meta.url));

/** What the app tells of itself (tests/bench/app/main.mjs); epoch milliseconds. */
export type Seen = { readonly painted: number; readonly shown: number; readonly focused: boolean };

type Options = {
  readonly app: 'ebb' | 'bare';
  readonly userData: string;
  /** Opens Ebb's journal, up to Today. */
  readonly passphrase?: string;
};

const TOLD = 'EBB-BENCH ';
const END_MS = 5000;

const environment = ({ app, passphrase }: Options): NodeJS.ProcessEnv => ({
  ...sandboxOptions().env,
  LANG: 'en_GB.UTF-8',
  TZ: 'Europe/Berlin',
  ...(app === 'ebb' ? { EBB_BENCH_MAIN: builtFile('main', 'main.js') } : {}),
  ...(passphrase === undefined ? {} : { EBB_BENCH_PASSPHRASE: passphrase }),
});

const told = async ({ stdout }: ChildProcess): Promise<Seen> => {
  if (stdout === null) throw new Error('nothing to read from');
  for await (const line of createInterface({ input: stdout })) {
    if (line.startsWith(TOLD)) return JSON.parse(line.slice(TOLD.length)) as Seen;
  }
  throw new Error('the app ended before it told anything');
};

const signal = (child: ChildProcess, name: NodeJS.Signals): void => {
  try {
    // The whole group: Electron's other processes may outlive the first.
    if (child.pid !== undefined) process.kill(-child.pid, name);
  } catch {
    // It has ended already.
  }
};

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM');
    await Promise.race([once(child, 'exit'), sleep(END_MS)]);
  }
  signal(child, 'SIGKILL');
};

/**
 * Starts Ebb as it was built, or the bare window, by themselves: no debugger listens, which would cost both of them time
 * and memory. Hands `work` what the app told and when it was started (epoch ms), and ends the app.
 */
export const withStartedApp = async <T>(
  options: Options,
  work: (app: { readonly pid: number; readonly startedAt: number; readonly seen: Seen }) => T | Promise<T>,
): Promise<T> => {
  const { flags } = sandboxOptions();
  const startedAt = performance.timeOrigin + performance.now();
  const child = spawn(electronPath(), [...flags, `--user-data-dir=${options.userData}`, appFolder], {
    env: environment(options),
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  const abandon = (): void => signal(child, 'SIGKILL');
  process.once('exit', abandon);
  try {
    const seen = await told(child);
    return await work({ pid: child.pid ?? 0, startedAt, seen });
  } finally {
    await end(child);
    process.off('exit', abandon);
  }
};
