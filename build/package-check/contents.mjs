import { strict as assert } from 'node:assert';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { listPackage, statFile } from '@electron/asar';

/** The modules that the bundles load at run time instead of holding them. */
const modules = ['@signalapp/sqlcipher', 'node-gyp-build', 'libsodium-wrappers-sumo', 'libsodium-sumo'];

/**
 * Throws with the names of files in the archive that nobody asked for, or when the app itself is not there.
 * @param {import('./checks.mjs').Packaged} app
 */
export async function checkContents({ resources }) {
  const files = listFiles(resources);
  const allowed = ['package.json', 'out/app/', ...modules.map((name) => `node_modules/${name}/`)];
  const strangers = files.filter((file) => !allowed.some((start) => file.startsWith(start)));
  assert.deepEqual(strangers, [], 'The archive holds files that it should not.');
  assert.deepEqual(
    files.filter((file) => file.endsWith('.map')),
    [],
    'The archive holds source maps.',
  );
  for (const part of ['package.json', 'out/app/main/main.js', 'out/app/renderer/index.html']) {
    assert.ok(files.includes(part), `The archive lacks ${part}.`);
  }
  const loose = await readdir(resources);
  assert.ok(!loose.includes('app'), 'A folder "app" lies beside the archive.');
}

/**
 * Throws unless exactly the native modules lie outside the archive, and there is at least one for this platform.
 * @param {import('./checks.mjs').Packaged} app
 */
export async function checkNativeFiles({ resources }) {
  const native = listFiles(resources).filter((file) => file.endsWith('.node'));
  assert.equal(native.length, 1, `Expected SQLCipher for this platform alone, found: ${native.join(', ') || 'none'}.`);
  const entries = await readdir(path.join(resources, 'app.asar.unpacked'), { recursive: true, withFileTypes: true });
  const unpacked = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(path.join(resources, 'app.asar.unpacked'), path.join(entry.parentPath, entry.name)));
  assert.deepEqual(unpacked.map(withSlashes), native);
}

/** @param {string} resources */
function listFiles(resources) {
  const archive = path.join(resources, 'app.asar');
  return listPackage(archive, { isPack: false })
    .map((file) => file.slice(1))
    .filter((file) => !('files' in statFile(archive, file)))
    .map(withSlashes);
}

/** @param {string} file */
function withSlashes(file) {
  return file.split(path.sep).join('/');
}
