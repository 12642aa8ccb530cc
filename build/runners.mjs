import { withInvisibleDisplay } from './setup/display.mjs';
import { inRepository } from './setup/paths.mjs';
import { SetUpProblem, say } from './setup/problem.mjs';
import { run } from './setup/run.mjs';
import { buildApp, runTool } from './tool.mjs';

/** @typedef {{ title: string, run: () => Promise<number> }} Runner */

/** Everything that can be run over the project, in the order in which npm test runs it. */
export const runners = {
  biome: { title: 'format and lint', run: () => runTool('@biomejs/biome', 'biome', ['ci']) },
  types: { title: 'types', run: () => runTool('typescript', 'tsc', ['--build', '--force']) },
  core: { title: 'unit tests', run: () => vitest('core') },
  main: { title: 'shell tests', run: () => vitest('main') },
  worker: { title: 'worker tests', run: () => vitest('worker') },
  renderer: { title: 'renderer tests', run: () => vitest('renderer') },
  build: { title: 'build', run: buildApp },
  e2e: { title: 'end-to-end tests in Electron', run: () => playwright('e2e') },
  package: { title: 'package check', run: () => run(process.execPath, [inRepository('build', 'package-check.mjs')]) },
};

/** @typedef {keyof typeof runners} RunnerName */

/** @param {string} project */
function vitest(project) {
  return runTool('vitest', 'vitest', ['run', '--config', 'build/vitest.config.ts', '--project', project]);
}

/**
 * Runs a project of the Playwright configuration and resolves with its exit code.
 * @param {'e2e' | 'tour' | 'bench'} project
 * @param {readonly string[]} [args]
 */
export function playwright(project, args = []) {
  const config = ['test', '--config', 'build/playwright.config.ts', `--project=${project}`];
  return withInvisibleDisplay(() => runTool('@playwright/test', 'playwright', [...config, ...args]));
}

/** The named runners in their order, or all of them when none is named; an unknown name is a problem. */
export function chooseRunners(/** @type {readonly string[]} */ names) {
  const all = /** @type {RunnerName[]} */ (Object.keys(runners));
  const unknown = names.filter((name) => !all.some((known) => known === name));
  if (unknown.length > 0) {
    throw new SetUpProblem(`There is no runner named ${unknown.join(', ')}. There are: ${all.join(', ')}.`);
  }
  return names.length === 0 ? all : all.filter((name) => names.includes(name));
}

/**
 * Runs each in turn, failures or not, so that all results are seen; ends with a summary and resolves with the exit code.
 * @param {readonly RunnerName[]} names
 */
export async function runAll(names) {
  const results = [];
  for (const name of names) {
    say(`\n━━ ${name}: ${runners[name].title}`);
    const started = performance.now();
    const code = await runners[name].run();
    results.push({ name, ok: code === 0, seconds: (performance.now() - started) / 1000 });
  }
  return summarise(results);
}

/** @param {readonly { name: string, ok: boolean, seconds: number }[]} results */
function summarise(results) {
  say('\n━━ summary');
  for (const { name, ok, seconds } of results) {
    say(`${name.padEnd(10)} ${(ok ? 'ok' : 'FAILED').padEnd(7)} ${seconds.toFixed(1).padStart(6)} s`);
  }
  const failed = results.filter(({ ok }) => !ok).length;
  say(`${results.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
