import { app, Menu } from 'electron';
import { takeFolders } from './app-folders';
import { declareAppProtocol } from './app-protocol';
import { quietChromium, refusal } from './command-line';
import { hardenContents } from './harden-session';
import { runShell } from './shell';
import { compileInPlace } from './v8-flags';

// New files are readable by their owner alone, those of every thread: SQLite would make them 0644.
process.umask(0o077);
compileInPlace();

const refused = refusal(app, process.env);
const sample = takeFolders(app);
const alone = refused === null && (sample || app.requestSingleInstanceLock());

quietChromium(app);
declareAppProtocol();
hardenContents(app);
Menu.setApplicationMenu(null);

if (refused !== null) process.stderr.write(`${refused}\n`);
// Not awaited: Electron is ready only when this module has been evaluated.
if (alone) void runShell(app, { sample });
else app.exit(refused === null ? 0 : 1);
