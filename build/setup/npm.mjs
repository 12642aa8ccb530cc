import path from 'node:path';
import { diskFull, SetUpProblem } from './problem.mjs';
import { runQuietly } from './run.mjs';

/** Without a network npm would otherwise try for two minutes before it says so. */
const briefRetries = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=4000'];

/**
 * Runs npm quietly and resolves with what it wrote to both streams; a failure is told in plain words.
 * @param {readonly string[]} args
 * @param {string} doing what the run is for, to complete a sentence
 */
export async function npm(args, doing) {
  const { command, before, shell } = npmCommand();
  const outcome = await runQuietly(command, [...before, ...args, ...briefRetries], { shell });
  if (outcome.missing || outcome.code === 127) {
    throw new SetUpProblem(
      'npm was not found. It comes with Node: https://nodejs.org/en/download',
      'On Debian or Ubuntu: apt-get install npm',
    );
  }
  if (outcome.code !== 0) throw npmProblem(outcome.output, doing);
  return outcome.output;
}

/** The npm that started us is surely there and needs no shell, not even on Windows. */
function npmCommand() {
  const started = process.env.npm_execpath;
  if (started && path.basename(started).startsWith('npm')) {
    return { command: process.execPath, before: [started], shell: false };
  }
  return { command: 'npm', before: [], shell: process.platform === 'win32' };
}

const unreachable =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|network/i;

/**
 * @param {string} output
 * @param {string} doing
 */
function npmProblem(output, doing) {
  if (/ENOSPC/.test(output)) return diskFull(doing);
  const asked = `npm could not finish ${doing}.`;
  if (/EINTEGRITY/.test(output)) {
    return new SetUpProblem(
      `${asked} A package is not the one Ebb was made with: its checksum differs. Nothing was installed from it.`,
      'Run "npm cache verify" and try again; if it stays so, please report it.',
      cause(output),
    );
  }
  if (/EUSAGE|in sync/.test(output)) {
    return new SetUpProblem(
      `${asked} package.json and package-lock.json do not belong together.`,
      'Run "npm install" once to bring them together, or take both files back from git.',
      cause(output),
    );
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return new SetUpProblem(`${asked} It may not write to a folder; please check who owns it.`, cause(output));
  }
  if (unreachable.test(output)) {
    return new SetUpProblem(
      `${asked} The package registry cannot be reached.`,
      'Please check the network (and npm\'s "registry" and "proxy" settings) and try again.',
      cause(output),
    );
  }
  return new SetUpProblem(`${asked} It said:`, cause(output));
}

/**
 * What npm said first, which is the cause; hints and usage follow it.
 * @param {string} output
 */
export function cause(output) {
  const lines = output.split('\n').filter((line) => !/^(npm error)?\s*$|npm warn|npm notice|complete log/i.test(line));
  return lines
    .slice(0, 6)
    .map((line) => `  ${line}`)
    .join('\n');
}
