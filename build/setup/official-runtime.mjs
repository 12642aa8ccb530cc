import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { inRepository } from './paths.mjs';
import { diskFull, SetUpProblem, say } from './problem.mjs';
import { finished } from './run.mjs';
import { withWorkFolder } from './work-folder.mjs';

/** A firewall that swallows packets would otherwise hold the download for many minutes. */
const patienceSeconds = 30;

/**
 * Runs Electron's own installer, which verifies what it downloads, and resolves with undefined or with the reason
 * why it could not be had here. A wrong checksum or a full disk is no reason to look elsewhere and is thrown.
 * @param {string} version
 */
export async function fetchOfficialRuntime(version) {
  say(`Fetching Electron ${version} from its release page …`);
  const { code, output, stalled } = await withWorkFolder(runInstaller);
  if (code === 0) return undefined;
  if (stalled) return `nothing arrived for ${patienceSeconds} seconds`;
  if (/checksum/i.test(output)) {
    throw new SetUpProblem(
      'The downloaded Electron is not the one its makers published: its checksum differs. It was not installed.',
      'Please try again, if possible on another network.',
    );
  }
  if (/ENOSPC/.test(output)) throw diskFull('Electron');
  return reason(output);
}

/** @param {string} output */
function reason(output) {
  if (/fetch failed|ENOTFOUND|ECONN|ETIMEDOUT|EAI_AGAIN/.test(output)) return 'its release page is out of reach';
  const line = output.split('\n').find((text) => text.trim() !== '');
  return line?.trim() ?? 'its installer failed without a word';
}

/** @param {string} folder */
async function runInstaller(folder) {
  const electron = inRepository('node_modules', 'electron');
  const child = spawn(process.execPath, [path.join(electron, 'install.js')], {
    cwd: electron,
    // Its temporary files are put where their growth can be watched.
    env: { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  const watch = watchGrowth([folder, path.join(electron, 'dist')], () => child.kill());
  const { code, output } = await finished(child);
  clearInterval(watch.timer);
  return { code, output, stalled: watch.stalled };
}

/**
 * @param {readonly string[]} folders
 * @param {() => void} onStall
 */
function watchGrowth(folders, onStall) {
  const watch = { stalled: false, timer: setInterval(look, 1000) };
  let size = -1;
  let since = Date.now();
  async function look() {
    const sizes = await Promise.all(folders.map(folderSize));
    const now = sizes.reduce((sum, one) => sum + one, 0);
    if (now !== size) {
      size = now;
      since = Date.now();
    } else if (Date.now() - since > patienceSeconds * 1000) {
      watch.stalled = true;
      onStall();
    }
  }
  return watch;
}

/** @param {string} folder */
async function folderSize(folder) {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return names.reduce(
    (sum, name) => sum + (statSync(path.join(folder, name), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}
