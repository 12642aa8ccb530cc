import { closed, manifestFor } from '#tests/support/export-files';

const record = {
  id: '019a9d0e-0000-7000-8000-000000000001',
  version: '019a9d0e0000-0000-0a0b0c0d',
  createdAt: 1_795_000_000_000,
  updatedAt: 1_795_000_000_000,
  deletedAt: null,
};
const tag = { type: 'tag', ...record, name: 'Home', archived: false };
const entry = {
  type: 'entry',
  ...record,
  at: 1_795_000_000_000,
  zone: 'Europe/Berlin',
  day: '2026-11-18',
  title: '',
  body: { type: 'doc', content: [{ type: 'paragraph' }] },
  kind: 'page',
  mood: null,
  tags: ['home'],
  feelings: [],
  pinned: false,
  wordCount: 0,
};
const setting = { type: 'setting', key: 'profile.name', value: 'R.' };
const mark = {
  type: 'goal-mark',
  goal: record.id,
  day: '2026-11-18',
  state: 'done',
  amount: null,
  note: '',
  version: record.version,
  updatedAt: record.updatedAt,
};
const attachment = {
  type: 'attachment',
  ...record,
  entry: record.id,
  name: 'a',
  mediaType: 'image/png',
  size: 3,
  width: null,
  height: null,
  caption: '',
  alt: '',
  // Of "abc".
  sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  thumbnail: null,
};
const piece = { type: 'attachment-piece', attachment: record.id, piece: 0, bytes: 'YWJj' };
const goal = {
  type: 'goal',
  ...record,
  title: 'walk',
  why: '',
  measure: { type: 'yes-no' },
  schedule: { type: 'daily' },
  starts: '2026-11-18',
  ends: null,
  pauses: [{ from: '2026-11-18', to: null }],
};
const other = { ...record, id: '019a9d0e-0000-7000-8000-000000000002' };

/** A right line of each type that a hostile export is made from, and `other`: the columns of another record. */
export const sampleLines = { record, setting, tag, entry, goal, mark, attachment, piece, other };

/** A line of any kind, right or wrong. */
export type SomeLine = { readonly type: string };

const countTypes = (lines: readonly SomeLine[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { type } of lines) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
};

/** An export of these lines that is right about itself in every other way. */
export const holding = (...lines: readonly SomeLine[]): string => {
  const counts = countTypes(lines);
  const texts = lines.map((line) => JSON.stringify(line));
  return closed([JSON.stringify({ ...manifestFor([]), counts }), ...texts], counts);
};

/** The same with one line of a type as it is typed here. */
export const holdingText = (text: string, type = 'setting'): string => {
  const counts = { [type]: 1 };
  return closed([JSON.stringify({ ...manifestFor([]), counts }), text], counts);
};
