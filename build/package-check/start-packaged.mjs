import { strict as assert } from 'node:assert';
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { withInvisibleDisplay } from '../setup/display.mjs';
import { sandboxOptions } from '../setup/sandbox.mjs';
import { countPixels } from './screen.mjs';

const patienceMilliseconds = 30_000;

/** The first page has a button in this colour: its script and its style sheet have arrived when that is seen. */
const brandColour = 0x1f6b65;
const buttonPixels = 1000;

/**
 * Starts the packaged app on an empty home, waits until its page is on the screen and asks it to quit.
 * @param {import('./checks.mjs').Packaged} app
 */
export async function checkOpens(app) {
  await withInvisibleDisplay(async (screenFile) => {
    const { flags } = sandboxOptions();
    const started = start(app, flags);
    try {
      await until('it shows a page', () => hasPainted(started, screenFile));
      started.child.kill('SIGTERM');
      await until('it quits', () => started.child.exitCode !== null || started.child.signalCode !== null);
      assert.equal(started.child.exitCode, 0, `It ended with ${started.child.exitCode ?? started.child.signalCode}.`);
    } catch (error) {
      throw new Error(`${error instanceof Error ? error.message : error}\n${started.output()}`);
    } finally {
      started.child.kill('SIGKILL');
    }
  });
}

/**
 * Starts the packaged app in each way that would open the journal to another program; throws where it keeps running.
 * @param {import('./checks.mjs').Packaged} app
 */
export async function checkRefusals(app) {
  const { flags } = sandboxOptions();
  const attempts = [
    { args: [...flags, '--remote-debugging-port=0'] },
    { args: [...flags, '--remote-debugging-pipe'] },
    { args: [...flags, '--inspect=0'] },
    { args: [...flags, '--js-flags=--expose-gc'] },
    { args: ['--no-sandbox'], env: { EBB_ALLOW_NO_SANDBOX: undefined } },
  ];
  await withInvisibleDisplay(async () => {
    for (const { args, env } of attempts) await checkRefuses(app, args, env);
  });
}

/**
 * @param {import('./checks.mjs').Packaged} app
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
async function checkRefuses(app, args, env) {
  const { child } = start(app, args, env);
  try {
    await until(`it refuses ${args.join(' ')}`, () => child.exitCode !== null || child.signalCode !== null);
    assert.notEqual(child.exitCode, 0, `It took ${args.join(' ')} for a good start.`);
  } finally {
    child.kill('SIGKILL');
  }
}

/**
 * @param {import('./checks.mjs').Packaged} app
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
function start({ executable, home }, args, env = {}) {
  const child = spawn(executable, [...args, `--user-data-dir=${home}`], {
    // Never the person's own journal, should this run on a machine where Ebb is in use.
    env: { ...sandboxOptions().env, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let output = '';
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  return { child, output: () => output.slice(-2000) };
}

/**
 * @param {ReturnType<typeof start>} started
 * @param {string | undefined} screenFile
 */
async function hasPainted({ child }, screenFile) {
  if (child.exitCode !== null || child.signalCode !== null) {
    throw new Error(`It ended by itself with ${child.exitCode ?? child.signalCode}.`);
  }
  if (!screenFile) return true;
  return countPixels(await readFile(screenFile), brandColour) >= buttonPixels;
}

/**
 * @param {string} what
 * @param {() => boolean | Promise<boolean>} holds
 */
async function until(what, holds) {
  const end = Date.now() + patienceMilliseconds;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited ${patienceMilliseconds / 1000} seconds in vain until ${what}.`);
    await pause(100);
  }
}
