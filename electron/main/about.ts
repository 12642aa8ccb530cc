import type { App } from 'electron';
import type { About } from '#core/settings';

/** Versions, places and the state of the sandbox, for the About page. */
export const aboutThis = (app: App, journalFolder: string): About => ({
  version: app.getVersion(),
  electron: process.versions.electron ?? '',
  chromium: process.versions.chrome ?? '',
  node: process.versions.node,
  journalFolder,
  sandboxed: !app.commandLine.hasSwitch('no-sandbox'),
  region: app.getLocaleCountryCode(),
});
