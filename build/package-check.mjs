import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { inRepository } from './setup/paths.mjs';
import { SetUpProblem } from './setup/problem.mjs';
import { run } from './setup/run.mjs';
import { runAsScript } from './setup/script.mjs';
import { setUp } from './setup.mjs';

await runAsScript(async () => {
  await setUp({ needs: 'test' });
  const output = inRepository('out', 'package');
  await rm(output, { recursive: true, force: true });
  const packaged = await run(process.execPath, [inRepository('build', 'package.mjs'), '--dir']);
  if (packaged !== 0) return packaged;
  const home = await mkdtemp(path.join(os.tmpdir(), 'ebb-package-check-'));
  try {
    // Imported only now, because it needs packages that the set-up may just have installed.
    const { runChecks } = await import('./package-check/checks.mjs');
    return await runChecks({ ...(await findPackaged(output)), home });
  } finally {
    await rm(home, { recursive: true, force: true });
  }
});

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
