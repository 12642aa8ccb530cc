import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { SetUpProblem, say } from './problem.mjs';
import { runQuietly } from './run.mjs';

/** Whether a window could be shown here without further ado. */
function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The programs needed to make a display. */
export const displayPrograms = ['Xvfb', 'xauth'];

/** The programs missing from what withDisplay needs here, none where there is a display. */
export function programsForDisplay() {
  return hasDisplay() ? [] : displayPrograms;
}

/**
 * Does the work with a display in the environment: the one that is there, or an invisible one that ends with the work.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export function withDisplay(work) {
  if (hasDisplay()) return work();
  say('There is no display here.');
  return withInvisibleDisplay(work);
}

/**
 * Does the work on an invisible display on Linux even where there is one, so that tests neither take a person's
 * keyboard nor depend on the size of the screen; gives it the file in which the screen can be seen (XWD format).
 * @template T
 * @param {(screenFile: string | undefined) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withInvisibleDisplay(work) {
  if (process.platform !== 'linux') return work(undefined);
  const display = await startDisplay();
  say(`The app opens on an invisible display (Xvfb ${display.name}).`);
  const before = setEnvironment({
    DISPLAY: display.name,
    XAUTHORITY: display.authority,
    WAYLAND_DISPLAY: undefined,
    XDG_SESSION_TYPE: 'x11',
  });
  try {
    return await work(display.screenFile);
  } finally {
    display.stop();
    setEnvironment(before);
  }
}

/**
 * Sets or removes variables for the programs started from here and returns what they were before.
 * @param {Record<string, string | undefined>} variables
 */
function setEnvironment(variables) {
  const before = Object.fromEntries(Object.keys(variables).map((name) => [name, process.env[name]]));
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  return before;
}

async function startDisplay() {
  // Readable by its owner alone: it holds the cookie and the screen.
  const folder = mkdtempSync(path.join(os.tmpdir(), 'ebb-display-'));
  const authority = path.join(folder, 'authority');
  // With a cookie, for otherwise anyone on this machine could read the screen of a private journal.
  const cookie = randomBytes(16).toString('hex');
  await authorise(authority, ':0', cookie);
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-auth', authority, '-fbdir', folder],
    // Detached, so that Ctrl+C in a terminal does not take the display from under an app that is still closing.
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true },
  );
  const stop = () => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', stop);
  const name = await displayName(server);
  await authorise(authority, name, cookie);
  return { name, authority, screenFile: path.join(folder, 'Xvfb_screen0'), stop };
}

/**
 * @param {string} file
 * @param {string} name
 * @param {string} cookie
 */
async function authorise(file, name, cookie) {
  const { code, output } = await runQuietly('xauth', ['-f', file, 'add', name, 'MIT-MAGIC-COOKIE-1', cookie]);
  if (code !== 0) throw new SetUpProblem('A display could not be prepared. xauth said:', output);
}

/**
 * Xvfb picks a free number itself and tells it once it is ready.
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string>}
 */
function displayName(server) {
  const failed = new SetUpProblem('Xvfb, the invisible display, did not start. Please try "Xvfb :99" by hand.');
  return new Promise((resolve, reject) => {
    let number = '';
    server.stdio[3]?.on('data', (chunk) => {
      number += chunk;
      if (number.endsWith('\n')) resolve(`:${number.trim()}`);
    });
    server.once('error', () => reject(failed));
    server.once('exit', () => reject(failed));
  });
}
