import { say } from '../setup/problem.mjs';
import { checkContents, checkNativeFiles } from './contents.mjs';
import { checkFuses } from './fuses.mjs';
import { checkOpens, checkRefusals } from './start-packaged.mjs';

/**
 * A packaged app and an empty folder for it to call its home.
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

/**
 * Runs every check, failures or not, and resolves with the exit code.
 * @param {Packaged} app
 */
export async function runChecks(app) {
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
