import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inRepository } from './setup/paths.mjs';
import { run } from './setup/run.mjs';

/**
 * Runs the command of an installed package with its output on screen and resolves with its exit code. Started
 * through its own file and this Node, so that it works the same on every system and without npx.
 * @param {string} packageName
 * @param {string} command
 * @param {readonly string[]} args
 */
export function runTool(packageName, command, args) {
  const folder = inRepository('node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = typeof bin === 'string' ? bin : bin[command];
  return run(process.execPath, [path.join(folder, file), ...args]);
}

/** Builds the app into out/app. */
export function buildApp() {
  return runTool('electron-vite', 'electron-vite', [
    'build',
    '--config',
    'build/electron.vite.config.ts',
    '--logLevel',
    'warn',
  ]);
}
