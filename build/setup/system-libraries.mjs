import { diskFull, SetUpProblem, say } from './problem.mjs';
import { findProgram, runQuietly } from './run.mjs';

/** The Debian packages of the libraries Electron is linked with. */
const libraryPackages = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'libatk-bridge2.0-0',
  'libcups2',
  'libxkbcommon0',
];

const installOnly = ['install', '--no-install-recommends'];

/** A fresh machine often has an apt of its own at work; waiting for it is better than failing. */
const patience = ['-o', 'DPkg::Lock::Timeout=120'];

/** The Debian packages of programs, where their names differ from the program's. */
const programPackages = new Map([
  ['Xvfb', 'xvfb'],
  ['ps', 'procps'],
]);

/**
 * Makes sure that the libraries of an executable and the named programs are on this machine: as root with apt by
 * installing them, otherwise by naming the one command that does.
 * @param {{ executable: string | undefined, programs: readonly string[] }} wanted
 */
export async function ensureSystem({ executable, programs }) {
  if (process.platform !== 'linux') return;
  const first = await findMissing(executable, programs);
  if (first.names.length === 0) return;
  await installPackages(first);
  const left = await findMissing(executable, programs);
  if (left.names.length > 0) {
    throw new SetUpProblem(`Still missing after the installation: ${left.names.join(', ')}.`);
  }
}

/** @typedef {{ names: string[], packages: string[] }} Missing */

/**
 * @param {string | undefined} executable
 * @param {readonly string[]} programs
 * @returns {Promise<Missing>}
 */
async function findMissing(executable, programs) {
  const libraries = executable ? await missingLibraries(executable) : [];
  const absent = programs.filter((name) => !findProgram(name));
  return {
    names: [...libraries, ...absent],
    packages: [
      ...(libraries.length > 0 ? libraryPackages : []),
      ...absent.map((name) => programPackages.get(name) ?? name),
    ],
  };
}

/** @param {string} executable */
async function missingLibraries(executable) {
  const { output, missing } = await runQuietly('ldd', [executable]);
  // Where there is no ldd there is no glibc either, and the loader will say so itself.
  if (missing) return [];
  return [...output.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] ?? '');
}

/** @param {Missing} missing */
async function installPackages({ names, packages }) {
  const what = `Missing on this system: ${names.join(', ')}.`;
  if (!findProgram('apt-get')) {
    throw new SetUpProblem(
      what,
      'Please install them with the package manager of your system. On Debian they come in:',
      `  ${packages.join(' ')}`,
    );
  }
  if (process.getuid?.() !== 0) {
    const command = `sudo apt-get ${installOnly.join(' ')} ${(await withAptNames(packages)).join(' ')}`;
    throw new SetUpProblem(what, 'Please run this once and start again:', `  ${command}`);
  }
  say(`${what}\nInstalling it with apt (a minute or two) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // A bare machine has no package lists; where they cannot be fetched, the ones that are there may still do.
  const lists = await runQuietly('apt-get', ['-qq', ...patience, 'update'], { env });
  const wanted = await withAptNames(packages);
  const done = await runQuietly('apt-get', ['-qq', '-y', ...patience, ...installOnly, ...wanted], { env });
  if (done.code === 0) return;
  throw aptProblem(
    wanted,
    [lists, done].filter(({ code }) => code !== 0).map(({ output }) => output),
  );
}

/**
 * @param {readonly string[]} packages
 * @param {readonly string[]} outputs
 */
function aptProblem(packages, outputs) {
  const said = outputs.join('\n').trim();
  if (/No space left|not enough free space|enough free space/i.test(said)) return diskFull('the system libraries');
  return new SetUpProblem(
    'apt could not install them. Please check the network and whether another apt is running, and try again:',
    `  apt-get update && apt-get ${installOnly.join(' ')} ${packages.join(' ')}`,
    'It said:',
    ...said
      .split('\n')
      .slice(-8)
      .map((line) => `  ${line}`),
  );
}

/**
 * Newer Debian and Ubuntu renamed some libraries when time_t grew to 64 bits.
 * @param {readonly string[]} packages
 */
async function withAptNames(packages) {
  const renamed = packages.map((name) => `${name}t64`);
  const { output } = await runQuietly('apt-cache', ['pkgnames', 'lib']);
  const known = new Set(output.split('\n'));
  return packages.map((name, index) => {
    const other = renamed[index];
    return other && known.has(other) ? other : name;
  });
}
