import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { checkContents, checkNativeFiles } from './package-check/contents.mjs';
import { checkFuses } from './package-check/fuses.mjs';
import { checkOpens, checkRefusals } from './package-check/start-packaged.mjs';
import { inRepository } from './setup/paths.mjs';
import { SetUpProblem, say } from './setup/problem.mjs';
import { run } from './setup/run.mjs';
import { runAsScript } from './setup/script.mjs';
import { setUp } from './setup.mjs';

/**
 * A packaged app, a folder of its own for it to write to, and a way to say what is wrong.
 * @typedef {{ executable: string, resources: string, home: string }} Packaged
 */

/** @type {Record<string, (app: Packaged) => Promise<void>>} */
const checks = {
  'carries the hardened fuses': checkFuses,
  'holds the app and nothing else': checkContents,
  'keeps native modules, and only those, outside the archive': checkNativeFiles,
  'opens, paints its window and quits when asked': checkOpens,
  'refuses debuggers and a missing sandbox': checkRefusals,
};

await runAsScript(async () => {
  await setUp({ needs: 'test' });
  const output = inRepository('out', 'package');
  await rm(output, { recursive: true, force: true });
  const packaged = await run(process.execPath, [inRepository('build', 'package.mjs'), '--dir']);
  if (packaged !== 0) return packaged;
  const home = await mkdtemp(path.join(os.tmpdir(), 'ebb-package-check-'));
  try {
    return await runChecks({ ...(await findPackaged(output)), home });
  } finally {
    await rm(home, { recursive: true, force: true });
  }
});

/** @param {Packaged} app */
async function runChecks(app) {
  let failed = 0;
  for (const [title, check] of Object.entries(checks)) {
    try {
      await check(app);
      say(`ok      ${title}`);
    } catch (error) {
      failed += 1;
      say(`FAILED  ${title}\n${error instanceof Error ? error.message : error}`);
    }
  }
  say(`${Object.keys(checks).length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** @param {string} output */
async function findPackaged(output) {
  const folders = (await readdir(output, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const folder = folders[0];
  if (!folder) throw new SetUpProblem('electron-builder ended well, but there is no package.');
  const whole = path.join(output, folder.name);
  if (process.platform === 'darwin') {
    const contents = path.join(whole, 'Ebb.app', 'Contents');
    return { executable: path.join(contents, 'MacOS', 'Ebb'), resources: path.join(contents, 'Resources') };
  }
  const name = process.platform === 'win32' ? 'Ebb.exe' : 'ebb';
  return { executable: path.join(whole, name), resources: path.join(whole, 'resources') };
}
