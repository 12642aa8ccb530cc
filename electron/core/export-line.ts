import { z } from 'zod';
import { attachment } from './attachment';
import { checkIn } from './check-in';
import { craving } from './craving';
import { document } from './document';
import { entry } from './entry';
import { recordCounts } from './export-manifest';
import { label } from './feeling';
import { goal, goalMark } from './goal';
import { instant, recordColumns, recordId, recordVersion } from './record';
import { run } from './run';

/** The version of the export format this program writes (docs/export-format.md). Every addition to a line raises it. */
export const EXPORT_VERSION = 3;

/** Longest line, in bytes: the largest entry that can be saved takes half of it. */
export const MAX_LINE_BYTES = 32 * 1024 * 1024;

/** Settings that belong to one vault on one device and go into no export: they would be wrong in a restored journal. */
export const vaultOnlySettings: readonly string[] = [
  'device',
  'journal',
  'seen',
  'recovery-key-proven-on',
  'key-changed-on',
  'earlier-vaults',
  'synced-folder-seen',
  'backup-overdue-seen',
  'backup-tested',
  'snapshots-lost',
  'check-offer-put-aside',
  'clock-last-opened',
  'clock-last-day',
  'clock-days',
];

const base64 = (maxBytes: number) => z.string().max(Math.ceil(maxBytes / 3) * 4);

const labelColumns = { ...recordColumns, name: label, archived: z.boolean() };

const settingLine = z.strictObject({
  type: z.literal('setting'),
  key: z
    .string()
    .min(1)
    .max(200)
    .refine((key) => !vaultOnlySettings.includes(key), 'belongs to one vault'),
  value: z.string().max(1_000_000),
});
const entryLine = entry.extend({ type: z.literal('entry') });
const checkInLine = checkIn.extend({ type: z.literal('check-in') });
const cravingLine = craving.extend({ type: z.literal('craving') });
const goalLine = goal
  .extend({ type: z.literal('goal') })
  .refine(({ pauses }) => new Set(pauses.map(({ from }) => from)).size === pauses.length, 'two pauses from one day');
const goalMarkLine = goalMark.extend({ type: z.literal('goal-mark'), version: recordVersion, updatedAt: instant });
const runLine = run
  .extend({ type: z.literal('run') })
  .refine(({ ended, endCause }) => (ended === null) === (endCause === null), 'an end has a cause')
  .refine(({ began, ended }) => ended === null || ended.at >= began.at, 'ended before it began');

/** A state of a record that lost against another in a merge, as the line it was; a picture's without its bytes. */
export const keptRecord = z.discriminatedUnion('type', [
  settingLine,
  entryLine,
  checkInLine,
  cravingLine,
  goalLine,
  goalMarkLine,
  runLine,
  attachment.extend({ type: z.literal('attachment') }),
]);
export type KeptRecord = z.infer<typeof keptRecord>;

/** One record of an export, as one line of JSON. `type` says what it is; the other fields are the record's own. */
export const exportLine = z.discriminatedUnion('type', [
  settingLine,
  z.strictObject({ type: z.literal('tag'), ...labelColumns }),
  z.strictObject({ type: z.literal('feeling'), ...labelColumns }),
  z.strictObject({ type: z.literal('trigger'), ...labelColumns }),
  entryLine,
  z.strictObject({
    type: z.literal('revision'),
    entry: recordId,
    version: recordVersion,
    savedAt: instant,
    reason: z.enum(['edit', 'merge', 'restore']),
    title: z.string().max(400),
    body: document,
  }),
  checkInLine,
  cravingLine,
  goalLine,
  goalMarkLine,
  runLine,
  attachment.extend({ type: z.literal('attachment'), thumbnail: base64(4 * 1024 * 1024).nullable() }),
  z.strictObject({
    type: z.literal('attachment-piece'),
    attachment: recordId,
    piece: z.int().min(0),
    bytes: base64(1024 * 1024),
  }),
  z.strictObject({ type: z.literal('kept-version'), keptAt: instant, record: keptRecord }),
  z.strictObject({
    type: z.literal('tombstone'),
    id: recordId,
    kind: z.string().min(1).max(40),
    version: recordVersion,
  }),
]);
export type ExportLine = z.infer<typeof exportLine>;
export type ExportLineType = ExportLine['type'];

/** The types of line in the order in which they stand in a file; the pieces of an attachment follow it at once. */
export const exportLineTypes = [
  'setting',
  'tag',
  'feeling',
  'trigger',
  'entry',
  'revision',
  'check-in',
  'craving',
  'goal',
  'goal-mark',
  'run',
  'attachment',
  'attachment-piece',
  'kept-version',
  'tombstone',
] as const satisfies readonly ExportLineType[];

/** The last line: how many lines of each type stand before it, and the SHA-256 of every byte before it. */
export const exportEnd = z.strictObject({
  type: z.literal('end'),
  counts: recordCounts,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ExportEnd = z.infer<typeof exportEnd>;
