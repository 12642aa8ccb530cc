import type { App } from 'electron';
import type { About } from '#core/settings';

/** A system without a language of its own ("C", "POSIX") is told as American English, which nobody chose. */
const isUnset = (systemLocale: string): boolean => /(^$|@posix$)/i.test(systemLocale);

const localeOf = (systemLocale: string): Intl.Locale | null => {
  if (isUnset(systemLocale)) return null;
  try {
    // What Unix puts behind an @ ("de-DE@euro") is no part of a language tag.
    return new Intl.Locale(systemLocale.replace(/@.*/, ''));
  } catch {
    // A name that no table knows tells nothing, and About must be answered all the same.
    return null;
  }
};

/**
 * Where the system says it is: `country` is told by its settings or by its locale, never guessed, for a wrong emergency
 * number may hang on it; `region`, for writing dates, falls back to where the language is spoken most.
 */
export const placeOf = (countryCode: string, systemLocale: string): Pick<About, 'country' | 'region'> => {
  const locale = localeOf(systemLocale);
  const country = countryCode === '' ? (locale?.region ?? '') : countryCode;
  return { country, region: country === '' ? (locale?.maximize().region ?? '') : country };
};

/** Versions, places and the state of the sandbox, for the About page. */
export const aboutThis = (app: App, journalFolder: string): About => ({
  version: app.getVersion(),
  electron: process.versions.electron ?? '',
  chromium: process.versions.chrome ?? '',
  node: process.versions.node,
  journalFolder,
  sandboxed: !app.commandLine.hasSwitch('no-sandbox'),
  ...placeOf(app.getLocaleCountryCode(), app.getSystemLocale()),
});
