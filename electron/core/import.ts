import { z } from 'zod';
import { label, mood } from './feeling';
import { localDate } from './local-date';

/** The journals whose exports can be read, each in the form or forms that they write. */
export const importFormats = [
  'day-one',
  'day-one-text',
  'daylio',
  'jrnl-json',
  'jrnl-text',
  'mini-diary',
  'mini-diarium',
  'markdown',
] as const;
export type ImportFormat = (typeof importFormats)[number];

/** Why a record, a file or a picture could not be taken. */
export const badReasons = [
  'no-date',
  'bad-date',
  'not-text',
  'too-long',
  'too-deep',
  'bad-json',
  'bad-csv',
  'missing-picture',
  'other-file',
  'too-large',
  'locked',
  'unreadable',
] as const;

/** What could not be taken, where it stood (a file inside a folder or zip, and a line or number from 1), and why. */
export const badRow = z.strictObject({
  file: z.string(),
  line: z.int().min(0),
  reason: z.enum(badReasons),
});
export type ImportBadRow = z.infer<typeof badRow>;

/** So many of them are told one by one; the others are counted. */
export const MOST_BAD_ROWS = 200;

/** What becomes of something that was done, by its name there: a tag, a feeling, or nothing. */
export const activityTarget = z.enum(['tag', 'feeling', 'leave']);
export type ActivityTarget = z.infer<typeof activityTarget>;

const named = z.strictObject({ name: z.string().max(400), count: z.int().min(1) });

/** What an export of another journal holds, before anything is taken in. */
export const importPreview = z.strictObject({
  format: z.enum(importFormats),
  /** Entries, and check-ins (moods without words), that would come in. */
  entries: z.int().min(0),
  checkIns: z.int().min(0),
  /** Those that are here already, by an earlier import or with the same words at the same time: they are left as they are. */
  known: z.int().min(0),
  pictures: z.int().min(0),
  from: localDate.nullable(),
  to: localDate.nullable(),
  /** The names of moods and of what was done, most used first, with what Ebb would make of each. */
  moods: z.array(named.extend({ mood: mood.nullable() })),
  activities: z.array(named.extend({ target: activityTarget })),
  bad: z.array(badRow).max(MOST_BAD_ROWS),
  badCount: z.int().min(0),
});
export type ImportPreview = z.infer<typeof importPreview>;

/** What the person made of the names in an export; a name that is not in it is left out. */
export const importMapping = z.strictObject({
  moods: z.array(z.strictObject({ name: z.string().max(400), mood: mood.nullable() })).max(1000),
  activities: z.array(z.strictObject({ name: z.string().max(400), target: activityTarget })).max(10_000),
});
export type ImportMapping = z.infer<typeof importMapping>;

/** What came in, and what did not, and why. */
export const importReport = z.strictObject({
  entries: z.int().min(0),
  checkIns: z.int().min(0),
  pictures: z.int().min(0),
  known: z.int().min(0),
  bad: z.array(badRow).max(MOST_BAD_ROWS),
  badCount: z.int().min(0),
});
export type ImportReport = z.infer<typeof importReport>;

const moodNames: Readonly<Record<string, number>> = {
  rad: 5,
  amazing: 5,
  great: 5,
  'very good': 5,
  good: 4,
  happy: 4,
  meh: 3,
  ok: 3,
  okay: 3,
  fine: 3,
  average: 3,
  neutral: 3,
  bad: 2,
  low: 2,
  sad: 2,
  awful: 1,
  terrible: 1,
  'very bad': 1,
  'very low': 1,
};

/** What Ebb suggests for another journal's name of a mood: its own five names and common ones; null for the person's own. */
export const suggestedMood = (name: string): number | null => {
  const word = name.trim().toLowerCase();
  return Object.hasOwn(moodNames, word) ? (moodNames[word] ?? null) : null;
};

/** What of a name can be a tag's or a feeling's here: on one line, at most 80 units, not blank; null where nothing can. */
export const asLabel = (name: string): string | null => {
  const line = name
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 80)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
  return label.safeParse(line).success ? line : null;
};
