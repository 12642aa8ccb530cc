import type { App } from 'electron';
import type { About } from '#core/settings';

/** The person's region, from the system's settings or, failing those, its language; '' when neither tells. */
const regionOf = (app: App): string => {
  const told = app.getLocaleCountryCode();
  return told === '' ? (new Intl.Locale(app.getSystemLocale()).maximize().region ?? '') : told;
};

/** Versions, places and the state of the sandbox, for the About page. */
export const aboutThis = (app: App, journalFolder: string): About => ({
  version: app.getVersion(),
  electron: process.versions.electron ?? '',
  chromium: process.versions.chrome ?? '',
  node: process.versions.node,
  journalFolder,
  sandboxed: !app.commandLine.hasSwitch('no-sandbox'),
  region: regionOf(app),
});
