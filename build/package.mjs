import { cp } from 'node:fs/promises';
import path from 'node:path';
import { SetUpProblem } from './setup/problem.mjs';
import { electronRuntime } from './setup/runtime.mjs';
import { runAsScript } from './setup/script.mjs';
import { withWorkFolder } from './setup/work-folder.mjs';
import { setUp } from './setup.mjs';
import { buildApp, runTool } from './tool.mjs';

await runAsScript(async () => {
  const args = process.argv.slice(2);
  await setUp({ needs: 'package' });
  if (electronRuntime().source === 'npm' && !args.includes('--dir')) {
    throw new SetUpProblem(
      'Only the official Electron is packaged for other people, and its release page is out of reach here.',
      'An unpacked package to try things with can still be made: npm run package -- --dir',
    );
  }
  const built = await buildApp();
  return built === 0 ? packageWith(args) : built;
});

/** @param {readonly string[]} args */
function packageWith(args) {
  const { source, version, folder } = electronRuntime();
  if (source === 'official') return runBuilder(args);
  return withWorkFolder(async (work) => {
    // A copy, because the package would otherwise carry the default app of the development runtime.
    const plain = path.join(work, 'electron');
    const defaultApp = path.join(folder, 'resources', 'app');
    await cp(folder, plain, { recursive: true, filter: (file) => file !== defaultApp });
    return runBuilder([...args, `-c.electronDist=${plain}`, `-c.electronVersion=${version}`]);
  });
}

/** @param {readonly string[]} args */
function runBuilder(args) {
  return runTool('electron-builder', 'electron-builder', ['--config', 'electron-builder.yml', ...args]);
}
