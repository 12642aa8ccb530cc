import { dayFromDigits, readMoment, type WrittenMoment } from './moment-words';
import { baseName } from './source';

/** When a note was written by its name, and what else the name says. */
export type NamedMoment = { readonly written: WrittenMoment | null; readonly rest: string };

const DIGITS =
  /^(\d{4})([-_. ]?)(\d{2})\2(\d{2})(?!\d)(?:(?:[ _-]+(?:at )?|T)(\d{2})[-.:h_]?(\d{2})(?:[-.:_]?(\d{2}))?(?![\d\p{L}]))?[ _-]*(.*)$/u;

const clockOf = (hours: string | undefined, minutes: string | undefined, seconds = '0') => {
  if (hours === undefined || minutes === undefined) return null;
  const [hour, minute, second] = [Number(hours), Number(minutes), Number(seconds)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  return { ms: ((hour * 60 + minute) * 60 + second) * 1000, offset: null };
};

/** Folders named for a year and a month, and a file for the day: "2024/01/15.md". */
const ofFolders = (path: string): WrittenMoment | null => {
  const [, year = '', month = '', date = ''] = /(?:^|\/)(\d{4})\/(\d{2})(?:[^/]*)\/(\d{2})$/.exec(path) ?? [];
  const day = year === '' ? null : dayFromDigits(year, month, date);
  return day === null ? null : { day, clock: null };
};

/**
 * When a note was written by its path without ending: "2024-01-15", "2024-01-15 0930", "20240115", "2024_01_15 At the lake",
 * "January 15, 2024", "2024/01/15". The first are Obsidian's daily notes (YYYY-MM-DD unless set otherwise) and Logseq's
 * journals (YYYY_MM_DD).
 */
export const dateOfNote = (path: string): NamedMoment => {
  const name = baseName(path);
  const [all, year = '', , month = '', date = '', hours, minutes, seconds, rest = ''] = DIGITS.exec(name) ?? [];
  const day = all === undefined ? null : dayFromDigits(year, month, date);
  if (day !== null) return { written: { day, clock: clockOf(hours, minutes, seconds) }, rest };
  const written = readMoment(name) ?? ofFolders(path);
  return { written, rest: written === null ? name : '' };
};
