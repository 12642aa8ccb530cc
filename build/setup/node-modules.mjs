import { readFile, rm } from 'node:fs/promises';
import { cause, npm } from './npm.mjs';
import { inRepository } from './paths.mjs';
import { diskFull, SetUpProblem, say } from './problem.mjs';

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }>} Packages */

/** Installs the packages of package-lock.json when they are missing or others are there. */
export async function ensureNodeModules() {
  if (await areInstalled()) return;
  say('Installing the packages Ebb is built from (a minute or two the first time) …');
  const output = await npm(['ci', '--loglevel=warn', '--no-progress'], 'installing the packages');
  await checkWritten(output);
}

/**
 * npm only warns of files it could not write, and then records the installation as whole.
 * @param {string} output
 */
async function checkWritten(output) {
  if (!output.includes('TAR_ENTRY_ERROR') && (await areInstalled())) return;
  await rm(inRepository('node_modules', '.package-lock.json'), { force: true });
  if (output.includes('ENOSPC')) throw diskFull('the packages');
  throw new SetUpProblem(
    'npm could not write all files of the packages. Please check the disk and try again.',
    cause(output.replaceAll('npm warn tar', '')),
  );
}

/** npm writes its own record at the very end, so an interrupted installation is never taken for a whole one. */
async function areInstalled() {
  const wanted = await readPackages('package-lock.json');
  if (!wanted) throw new SetUpProblem('package-lock.json is missing or damaged. Please take it back from git.');
  const installed = await readPackages('node_modules', '.package-lock.json');
  if (!installed) return false;
  return Object.entries(wanted).every(([name, entry]) => {
    const found = installed[name];
    // What is optional may be absent: it is for another platform.
    if (!found) return name === '' || entry.optional === true || entry.devOptional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

/**
 * @param {string[]} names
 * @returns {Promise<Packages | undefined>}
 */
async function readPackages(...names) {
  try {
    return JSON.parse(await readFile(inRepository(...names), 'utf8')).packages;
  } catch {
    return undefined;
  }
}
