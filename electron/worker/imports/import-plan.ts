import { createHash } from 'node:crypto';
import type { CheckInDraft } from '#core/check-in';
import { documentText, mapPictures } from '#core/document';
import type { EntryDraft } from '#core/entry';
import { asLabel, type ImportFormat, type ImportMapping } from '#core/import';
import type { RecordId } from '#core/record';
import type { Imported } from './imported';

const MOST_LABELS = 60;

/**
 * The id that a record of another journal has here: the same whenever it is read again, so that nothing comes in twice. A
 * UUIDv7 (RFC 9562) whose time is the record's own and whose other bits are those of a SHA-256.
 */
export const importedId = (format: ImportFormat, { key, at }: Pick<Imported, 'key' | 'at'>): RecordId => {
  const bytes = createHash('sha256').update(`ebb-import\n${format}\n${key}`).digest().subarray(0, 16);
  bytes.writeUIntBE(Math.min(Math.max(0, at), 2 ** 48 - 1), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-') as RecordId;
};

/** A mood without a word about it is a check-in here. */
export const isCheckIn = (format: ImportFormat, { title, body, pictures }: Imported): boolean =>
  format === 'daylio' && title === '' && pictures.length === 0 && documentText(body).trim() === '';

const labels = (names: readonly string[]): string[] => {
  const unique = new Map<string, string>();
  for (const name of names) {
    const label = asLabel(name);
    if (label !== null && !unique.has(label.toLowerCase())) unique.set(label.toLowerCase(), label);
  }
  return [...unique.values()].slice(0, MOST_LABELS);
};

/** What the person made of the names, by name. */
export type Names = {
  readonly moodOf: (name: string | null) => number | null;
  readonly targetOf: (name: string) => 'tag' | 'feeling' | 'leave';
};

/** Looks names up in what the person made of them; one that is not there is left out. */
export const namesOf = ({ moods, activities }: ImportMapping): Names => {
  const mood = new Map(moods.map((one) => [one.name, one.mood]));
  const target = new Map(activities.map((one) => [one.name, one.target]));
  return {
    moodOf: (name) => (name === null ? null : (mood.get(name) ?? null)),
    targetOf: (name) => target.get(name) ?? 'leave',
  };
};

const sorted = (record: Imported, { moodOf, targetOf }: Names) => {
  const mood = moodOf(record.mood);
  // A mood that is none of ours keeps its name.
  const own = record.mood !== null && mood === null ? [record.mood] : [];
  return {
    mood,
    tags: labels([...record.tags, ...record.activities.filter((name) => targetOf(name) === 'tag'), ...own]),
    feelings: labels(record.activities.filter((name) => targetOf(name) === 'feeling')),
  };
};

/** A record of another journal as an entry; `sizeOf` is null for a picture that could not be taken. */
export const asEntry = (
  record: Imported,
  names: Names,
  about: { readonly id: RecordId; readonly sizeOf: (picture: RecordId) => { width: number; height: number } | null },
): EntryDraft => {
  const { at, zone, title, body, pinned } = record;
  const page = mapPictures(body, (picture) => {
    const size = about.sizeOf(picture.id);
    return size === null ? null : { ...picture, ...size };
  });
  return {
    id: about.id,
    baseVersion: null,
    at,
    zone,
    title,
    body: page,
    kind: 'page',
    pinned,
    ...sorted(record, names),
  };
};

/** A record without words as a check-in; what would have been its tags are the words of its note. */
export const asCheckIn = (record: Imported, names: Names, id: RecordId): CheckInDraft => {
  const { at, zone } = record;
  const { mood, tags, feelings } = sorted(record, names);
  const answers = { craving: null, energy: null, confidence: null, sleepMinutes: null, halt: [] };
  return { id, baseVersion: null, at, zone, mood, ...answers, feelings, note: tags.join(', ') };
};
