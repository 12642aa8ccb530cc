import { join } from 'node:path';
import { BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme, type Session, screen } from 'electron';
import { appOrigin } from './app-protocol';
import type { DeviceFile, WindowPlace } from './device-file';

const SMALLEST = { width: 900, height: 600 };
const FIRST = { width: 1280, height: 820 };

/** The colour of the page before it has painted, so that opening at night does not flash white; equal to --paper. */
const paper = { light: '#f7f5f0', dark: '#12191b' };

/** A remembered place, if any screen still shows it. */
const visiblePlace = (place: WindowPlace | null): Partial<WindowPlace> => {
  if (place === null) return {};
  const { workArea } = screen.getDisplayMatching(place);
  const seen =
    place.x < workArea.x + workArea.width &&
    place.x + place.width > workArea.x &&
    place.y < workArea.y + workArea.height &&
    place.y >= workArea.y - 1;
  return seen ? { x: place.x, y: place.y, width: place.width, height: place.height } : {};
};

/** What a window may and may not do; read back by a test. */
export const webPreferences = (
  preload: string,
  session: Session,
  packaged: boolean,
): BrowserWindowConstructorOptions['webPreferences'] => ({
  preload,
  session,
  sandbox: true,
  contextIsolation: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  devTools: !packaged,
  disableDialogs: true,
  enableWebSQL: false,
});

type Options = {
  readonly session: Session;
  readonly device: DeviceFile;
  readonly preloadFolder: string;
  readonly packaged: boolean;
};

/** Opens the one window, where it was last time, and shows it when it has something to show. */
export const openWindow = ({ session, device, preloadFolder, packaged }: Options): BrowserWindow => {
  const place = device.window();
  const window = new BrowserWindow({
    ...FIRST,
    ...visiblePlace(place),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Ebb',
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    webPreferences: webPreferences(join(preloadFolder, 'preload.cjs'), session, packaged),
  });
  if (place?.maximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => device.saveWindow({ ...window.getNormalBounds(), maximized: window.isMaximized() }));
  void window.loadURL(`${appOrigin}/`);
  return window;
};
