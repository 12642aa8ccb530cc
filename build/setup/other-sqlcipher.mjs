import { existsSync } from 'node:fs';
import path from 'node:path';
import { npm } from './npm.mjs';
import { inRepository } from './paths.mjs';
import { say } from './problem.mjs';

const name = 'better-sqlite3-multiple-ciphers';

/** What it is built with. */
export const buildPrograms = ['g++', 'make', 'python3'];

/**
 * Builds the other implementation of SQLCipher's format that the tests open journals with: from source, because its
 * finished form lies on a release host. Scripts of packages are switched off otherwise.
 */
export async function ensureOtherSqlcipher() {
  if (existsSync(inRepository('node_modules', name, 'build', 'Release', 'better_sqlite3.node'))) return;
  say("Building the tests' other reader of SQLCipher's format (a minute or two the first time) …");
  const options = ['--ignore-scripts=false', '--build-from-source', '--loglevel=error'];
  await npm(['rebuild', name, ...options, ...headers()], 'building the other reader of journals');
}

/** The headers that came with Node, where they did: node-gyp would fetch them from the network. */
function headers() {
  const prefix = path.dirname(path.dirname(process.execPath));
  return existsSync(path.join(prefix, 'include', 'node', 'node.h')) ? [`--nodedir=${prefix}`] : [];
}
