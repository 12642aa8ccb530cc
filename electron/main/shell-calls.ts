import { writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import type { Output, ParsedInput, ShellMethod } from '#core/contract';
import { AppError, type ErrorCode } from '#core/errors';
import { failed, ok, type Result } from '#core/result';
import type { About } from '#core/settings';
import type { ChosenFiles } from './chosen-files';
import type { DeviceFile } from './device-file';
import type { OwnClipboard } from './own-clipboard';

type Handlers = { readonly [M in ShellMethod]: (input: ParsedInput<M>) => Promise<Output<M>> | Output<M> };

type Options = {
  readonly windowOf: () => BrowserWindow | undefined;
  readonly device: DeviceFile;
  readonly clipboard: OwnClipboard;
  readonly files: ChosenFiles;
  readonly about: () => About;
  /** Opens the system's file manager with this file marked in it. */
  readonly showFile: (file: string) => void;
  /** What the worker knows of the snapshots of the open journal. */
  readonly snapshots: () => Promise<Result<Output<'snapshots.list'>>>;
  /** The window has saved everything and asks to be locked. */
  readonly handedOver: () => Promise<void>;
  /** The window has words that would be lost if the app ended now. */
  readonly stay: () => void;
  /** The person ends the app without them. */
  readonly quitNow: () => Promise<void>;
  readonly applyDevice: () => void;
};

const exportFilter = { name: 'Ebb', extensions: ['age'] };

const print = (window: BrowserWindow): Promise<boolean> =>
  new Promise((resolve) => window.webContents.print({ printBackground: false }, (success) => resolve(success)));

const open = (windowOf: Options['windowOf']): BrowserWindow => {
  const window = windowOf();
  if (window === undefined) throw new Error('no window asked');
  return window;
};

/** One handler for every call of the contract that the shell answers. */
export const shellCalls = ({
  windowOf,
  device,
  clipboard,
  files,
  about,
  showFile,
  snapshots,
  handedOver,
  stay,
  quitNow,
  applyDevice,
}: Options): Handlers => ({
  'shell.about': about,
  'shell.lock': async () => {
    await handedOver();
    return null;
  },
  'shell.stay': () => {
    stay();
    return null;
  },
  'shell.quit': async () => {
    await quitNow();
    return null;
  },
  'shell.copy': async ({ text }) => {
    await clipboard.copy(text);
    return null;
  },
  'shell.print': () => print(open(windowOf)),
  'shell.saveRecoveryKey': async ({ text }) => {
    const { filePath } = await dialog.showSaveDialog(open(windowOf), { defaultPath: 'ebb-recovery-key.txt' });
    if (filePath === '' || filePath === undefined) return false;
    writeFileSync(filePath, text, { mode: 0o600 });
    return true;
  },
  'shell.chooseExportTarget': async ({ suggestedName }) => {
    const { filePath } = await dialog.showSaveDialog(open(windowOf), {
      defaultPath: suggestedName,
      filters: [exportFilter],
    });
    if (filePath === '' || filePath === undefined) return null;
    return { ticket: files.add(filePath), name: basename(filePath), folder: dirname(filePath) };
  },
  'shell.showInFolder': ({ file }) => {
    const path = files.find(file);
    if (path === undefined) throw new AppError('NOT_FOUND');
    showFile(path);
    return null;
  },
  'shell.showSnapshots': async () => {
    const listed = await snapshots();
    if (!listed.ok) throw new AppError(listed.error.code);
    const { folder, snapshots: known } = listed.value;
    const [newest] = known;
    if (newest === undefined) throw new AppError('NOT_FOUND');
    showFile(join(folder, newest.name));
    return null;
  },
  'shell.chooseFolder': async () => {
    const { filePaths } = await dialog.showOpenDialog(open(windowOf), {
      properties: ['openDirectory', 'createDirectory'],
    });
    const [folder] = filePaths;
    if (folder === undefined) return null;
    return { ticket: files.add(folder), name: basename(folder), folder: dirname(folder) };
  },
  'shell.chooseImportSource': async () => {
    const { filePaths } = await dialog.showOpenDialog(open(windowOf), { properties: ['openFile'] });
    const [file] = filePaths;
    return file === undefined ? null : { ticket: files.add(file), name: basename(file) };
  },
  'shell.chooseExportSource': async () => {
    const { filePaths } = await dialog.showOpenDialog(open(windowOf), {
      properties: ['openFile'],
      filters: [exportFilter],
    });
    const [file] = filePaths;
    return file === undefined ? null : { ticket: files.add(file), name: basename(file) };
  },
  'device.get': () => device.settings(),
  'device.save': (change) => {
    const saved = device.changeSettings(change);
    applyDevice();
    return saved;
  },
});

const codes: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'DISK_FULL',
  EDQUOT: 'DISK_FULL',
  EACCES: 'READ_ONLY',
  EPERM: 'READ_ONLY',
  EROFS: 'READ_ONLY',
  ENOENT: 'FOLDER_MISSING',
  ENOTDIR: 'FOLDER_MISSING',
  EISDIR: 'NOT_A_FILE',
};

/** Answers one call of the shell; never throws. */
export const shellAnswer =
  (handlers: Handlers) =>
  async <M extends ShellMethod>(method: M, input: ParsedInput<M>): Promise<Result<unknown>> => {
    try {
      return ok(await handlers[method](input));
    } catch (error) {
      if (error instanceof AppError) return failed({ code: error.code });
      return failed({ code: codes[(error as NodeJS.ErrnoException).code ?? ''] ?? 'INTERNAL' });
    }
  };
