import { join } from 'node:path';
import { type App, type BrowserWindow, clipboard, nativeTheme, session, shell } from 'electron';
import type { EventName, EventPayload, Output } from '#core/contract';
import type { Result } from '#core/result';
import { aboutThis } from './about';
import { type PictureOf, serveApp } from './app-protocol';
import { watchForAutoLock } from './auto-lock';
import { chosenFiles } from './chosen-files';
import { type DeviceFile, openDeviceFile } from './device-file';
import { hardenSession } from './harden-session';
import { ipcRouter } from './ipc-router';
import { locking } from './locking';
import { ownClipboard } from './own-clipboard';
import { registerIpc } from './register-ipc';
import { shellAnswer, shellCalls } from './shell-calls';
import { openWindow } from './window';
import { hostWorker } from './worker-host';

const here = import.meta.dirname;

/** Chromium's session for our window: in memory only, and closed to everything but our own pages. */
const ownSession = (pictureOf: PictureOf) => {
  const own = session.fromPartition('ebb', { cache: false });
  hardenSession(own);
  hardenSession(session.defaultSession);
  serveApp(own, join(here, '../renderer'), pictureOf);
  return own;
};

const followTheme = (device: DeviceFile): void => {
  nativeTheme.themeSource = device.settings().theme;
};

/** Whatever could be closed is closed, and what is written lasts; a thread that does not end would be waited for, for ever. */
const endHard = (app: App): void => {
  // What else happens at the end happens all the same.
  app.emit('quit');
  process.kill(process.pid, 'SIGKILL');
};

/** Starts the worker, answers the window's calls, opens the window and watches for reasons to lock. */
export const runShell = async (app: App, { sample }: { readonly sample: boolean }): Promise<void> => {
  await app.whenReady();
  const userData = app.getPath('userData');
  const home = join(userData, 'journals');
  const device = openDeviceFile(join(userData, 'device.json'));
  const files = chosenFiles();
  const clips = ownClipboard(clipboard);
  let window: BrowserWindow | undefined;
  const tell = <E extends EventName>(event: E, payload: EventPayload<E>): void =>
    window?.webContents.send('ebb:event', event, payload);

  const host = hostWorker({
    file: join(here, 'worker.js'),
    setup: { home, threads: here, app: app.getVersion(), checkOutput: !app.isPackaged },
    onEvent: tell,
    onCrash: () => window?.webContents.reload(),
  });
  const own = ownSession(
    async (address) => (await host.call('pictures.read', address, {})) as Result<Output<'pictures.read'>>,
  );
  let mayClose = false;
  const { handedOver, lock, lockAndQuit, stay, quitNow } = locking({
    host,
    windowOf: () => window,
    clipboard: clips,
    files,
    askToHandOver: (how) => tell('vault.locking', how),
    endsWithJournal: sample,
    quit: () => {
      mayClose = true;
      if (host.isStuck()) endHard(app);
      else app.quit();
    },
  });
  registerIpc(
    () => window?.webContents,
    ipcRouter({
      shell: shellAnswer(
        shellCalls({
          windowOf: () => window,
          device,
          clipboard: clips,
          files,
          about: () => aboutThis(app, home),
          showFile: (file) => shell.showItemInFolder(file),
          snapshots: async () => (await host.call('snapshots.list', {}, {})) as Result<Output<'snapshots.list'>>,
          handedOver,
          stay,
          quitNow,
          applyDevice: () => followTheme(device),
        }),
      ),
      worker: (method, input) => host.call(method, input, files.namedIn(input)),
    }),
  );

  // Without its sample the app would offer to make a real journal in a folder that is thrown away.
  if (sample && !(await host.call('vault.openSample', {}, {})).ok) {
    process.stderr.write('The sample journal could not be made.\n');
    return app.exit(1);
  }
  followTheme(device);
  window = openWindow({ session: own, device, preloadFolder: join(here, '../preload'), packaged: app.isPackaged });
  window.on('close', (event) => {
    if (mayClose) return;
    event.preventDefault();
    lockAndQuit();
  });
  watchForAutoLock({ contents: window.webContents, minutes: () => device.settings().autoLockMinutes, lock });
  app.on('second-instance', () => {
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
};
