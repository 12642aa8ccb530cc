import { diskFull, SetUpProblem } from './problem.mjs';
import { endWithPrograms } from './run.mjs';

/**
 * Runs a script's main function and ends the process with the exit code it gives; problems are told in plain words.
 * @param {() => Promise<number | void>} main
 */
export async function runAsScript(main) {
  endWithPrograms();
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(`\n${explain(error)}`);
    process.exitCode = 1;
  }
}

/** @param {unknown} error */
function explain(error) {
  if (error instanceof SetUpProblem) return error.message;
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC') return diskFull('this step').message;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `Ebb may not write here: ${error.message}\nPlease check who owns this folder.`;
  }
  return error.stack ?? error.message;
}
