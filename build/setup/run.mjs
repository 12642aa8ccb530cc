import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './paths.mjs';

/** @typedef {{ code: number, output: string, missing: boolean }} Outcome */

/**
 * Runs a program to its end in the repository with its output on screen, and resolves with its exit code
 * (127 when there is no such program, 128 + n when signal n ended it, as in a shell).
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export async function run(command, args, options = {}) {
  const { code } = await finished(spawn(command, args, { cwd: root, ...options, stdio: 'inherit' }));
  return code;
}

/**
 * Runs a program to its end in the repository without a word on screen, and resolves with what it wrote.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<Outcome>}
 */
export function runQuietly(command, args, options = {}) {
  return finished(spawn(command, args, { cwd: root, ...options, stdio: ['ignore', 'pipe', 'pipe'] }));
}

/** The full path of a program on the PATH, or undefined. */
export function findProgram(/** @type {string} */ name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders.map((folder) => path.join(folder, name)).find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** @type {NodeJS.Signals | undefined} */
let interruption;

/** From here on an interruption lets the programs that are running end first, and starts no further ones. */
export function endWithPrograms() {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (interruption) return;
      interruption = signal;
      // A terminal sends the others to the whole group; Electron would take a second one for "at once".
      if (signal === 'SIGTERM') for (const child of running) child.kill(signal);
      if (running.size === 0) process.exit(128 + signalNumber(signal));
    });
  }
}

/**
 * Resolves when a program has ended.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<Outcome>}
 */
export function finished(child) {
  let output = '';
  const collect = (/** @type {Buffer} */ chunk) => {
    output += chunk.toString();
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  running.add(child);
  return new Promise((resolve, reject) => {
    child.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      running.delete(child);
      if (error.code === 'ENOENT') resolve({ code: 127, output, missing: true });
      else reject(error);
    });
    child.on('close', (code, signal) => {
      running.delete(child);
      if (interruption) process.exit(128 + signalNumber(interruption));
      resolve({ code: code ?? 128 + signalNumber(signal), output, missing: false });
    });
  });
}

/** @param {NodeJS.Signals | null} signal */
function signalNumber(signal) {
  return signal === null ? 0 : os.constants.signals[signal];
}
