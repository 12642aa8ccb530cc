import './setup/node-version.mjs';
import { pathToFileURL } from 'node:url';
import { displayPrograms, programsForDisplay } from './setup/display.mjs';
import { ensureNodeModules } from './setup/node-modules.mjs';
import { buildPrograms, ensureOtherSqlcipher } from './setup/other-sqlcipher.mjs';
import { say } from './setup/problem.mjs';
import { electronPath, ensureRuntime } from './setup/runtime.mjs';
import { ensureSandbox } from './setup/sandbox.mjs';
import { runAsScript } from './setup/script.mjs';
import { ensureSystem } from './setup/system-libraries.mjs';

/** @typedef {'check' | 'start' | 'tour' | 'package' | 'bench' | 'test'} Task */

/** The tests decrypt exports with age itself, watch for network calls with strace and count memory with ps. */
const testPrograms = ['age', 'strace', 'ps'];

/**
 * Installs what a task needs and this machine lacks; does next to nothing the second time.
 * @param {{ needs: Task }} options
 */
export async function setUp({ needs }) {
  await ensureNodeModules();
  if (needs === 'check') return;
  await ensureRuntime();
  await ensureSystem({ executable: electronPath(), programs: programsFor(needs) });
  ensureSandbox(electronPath());
  if (needs === 'test') await ensureOtherSqlcipher();
}

/**
 * @param {Task} task
 * @returns {readonly string[]}
 */
function programsFor(task) {
  switch (task) {
    case 'start':
      return programsForDisplay();
    case 'tour':
      return displayPrograms;
    case 'test':
      return [...displayPrograms, ...testPrograms, ...buildPrograms];
    case 'bench':
      return [...displayPrograms, ...testPrograms];
    default:
      return [];
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runAsScript(async () => {
    await setUp({ needs: 'test' });
    say('Ebb is set up.');
  });
}
