import { createHash, type Hash } from 'node:crypto';
import { AppError } from '#core/errors';
import { exportLineTypes, type KeptRecord } from '#core/export-line';
import type { RecordCounts } from '#core/export-manifest';
import { foldLabel } from '#core/label';
import { LAST_INSTANT } from '#core/record';
import { parseVersion } from '#core/version-clock';
import { keyOf } from '../merge/record-stores';
import { PIECE_BYTES } from '../repositories/attachment';
import type { ExportRecord } from './thread-messages';

const damaged = (): AppError => new AppError('EXPORT_DAMAGED');

/** 16 characters instead of 36: a large journal has hundreds of thousands of ids. */
const pack = (id: string): string => Buffer.from(id.replaceAll('-', ''), 'hex').toString('latin1');

const byId = (type: string, id: string): string => `${type}#${pack(id)}`;
const byName = (type: string, name: string): string => `${type}=${foldLabel(name)}`;

/** What must not occur twice in an export. */
const keysOf = (record: ExportRecord): string[] => {
  switch (record.type) {
    case 'setting':
      return [`setting=${record.key}`];
    case 'tag':
    case 'feeling':
    case 'trigger':
      return [byId(record.type, record.id), byName(record.type, record.name)];
    case 'revision':
      return [`${byId('revision', record.entry)}${record.version}`];
    case 'goal-mark':
      return [`${byId('goal-mark', record.goal)}${record.day}`];
    case 'attachment-piece':
      return [];
    case 'kept-version':
      return [`kept-version=${keyOf(record)}`];
    default:
      return [byId(record.type, record.id)];
  }
};

/** What must have come before a record. */
const needsOf = (record: ExportRecord): string[] => {
  switch (record.type) {
    case 'entry':
      return [
        ...record.tags.map((name) => byName('tag', name)),
        ...record.feelings.map((name) => byName('feeling', name)),
      ];
    case 'check-in':
      return record.feelings.map((name) => byName('feeling', name));
    case 'craving':
      return record.triggers.map((name) => byName('trigger', name));
    case 'goal-mark':
      return [byId('goal', record.goal)];
    default:
      return [];
  }
};

const ranks = new Map<string, number>(exportLineTypes.map((type, rank) => [type, rank]));
// Pieces stand between attachments, not after them all.
const rankOf = ({ type }: ExportRecord): number => ranks.get(type === 'attachment-piece' ? 'attachment' : type) ?? 0;

type OpenAttachment = {
  readonly id: string;
  readonly size: number;
  readonly sha256: string;
  readonly hash: Hash;
  received: number;
  pieces: number;
};

/** Follows the attachment whose pieces are coming in; each must be whole before anything else begins. */
const followAttachment = () => {
  let open: OpenAttachment | null = null;
  const takePiece = ({ attachment, piece, bytes }: Extract<ExportRecord, { type: 'attachment-piece' }>): void => {
    if (open === null || open.id !== attachment || open.pieces !== piece || bytes.length === 0) throw damaged();
    // All but the last piece are full, so that an attachment has one form only.
    if (open.received !== piece * PIECE_BYTES) throw damaged();
    open.hash.update(bytes);
    open.received += bytes.length;
    open.pieces += 1;
  };
  const finish = (): void => {
    if (open === null) return;
    if (open.received !== open.size || open.hash.digest('hex') !== open.sha256) throw damaged();
    open = null;
  };
  return {
    take: (record: ExportRecord): void => {
      if (record.type === 'attachment-piece') takePiece(record);
      else finish();
      if (record.type === 'attachment') {
        const { id, size, sha256 } = record;
        open = { id, size, sha256, hash: createHash('sha256'), received: 0, pieces: 0 };
      }
    },
    finish,
  };
};

/** Days are those of what is kept, not of what lies in the bin. */
const dayOf = (record: ExportRecord): string | null => {
  const dated = record.type === 'entry' || record.type === 'check-in' || record.type === 'craving';
  return dated && record.deletedAt === null ? record.day : null;
};

/** Every time that a record carries, epoch ms; its version is one. Days to come, such as a goal's end, are no such time. */
const timesOf = (record: ExportRecord | KeptRecord): number[] => {
  if (record.type === 'kept-version') return [record.keptAt, ...timesOf(record.record)];
  const times: (number | null)[] = [];
  if ('version' in record) times.push(parseVersion(record.version).ms);
  if ('updatedAt' in record) times.push(record.updatedAt);
  if ('createdAt' in record) times.push(record.createdAt, record.deletedAt);
  if ('at' in record) times.push(record.at);
  if (record.type === 'revision') times.push(record.savedAt);
  if (record.type === 'run') times.push(record.began.at, record.ended?.at ?? null);
  return times.filter((time) => time !== null);
};

/** What the records taken so far amount to. */
export type Tally = {
  readonly counts: RecordCounts;
  /** How many of them are deleted and can still come back. */
  readonly deleted: number;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** The latest time of any record, epoch ms. */
  readonly latestAt: number | null;
};

/**
 * Checks records against each other as they come: their order, nothing twice, nothing that points at what is not there,
 * attachments whole and with the right SHA-256. Fails with EXPORT_DAMAGED, or EXPORT_TIME for a version beyond any time that
 * a record can be from: every later change of that record would have to follow it, until none could be made any more.
 */
export const checkRecords = () => {
  const seen = new Set<string>();
  const counts: Record<string, number> = Object.fromEntries(exportLineTypes.map((type) => [type, 0]));
  const attachments = followAttachment();
  let rank = 0;
  let deleted = 0;
  let firstDay: string | null = null;
  let lastDay: string | null = null;
  let latestAt: number | null = null;

  const noteDay = (day: string): void => {
    if (firstDay === null || day < firstDay) firstDay = day;
    if (lastDay === null || day > lastDay) lastDay = day;
  };

  const noteTimes = (record: ExportRecord): void => {
    for (const time of timesOf(record)) {
      if (time > LAST_INSTANT) throw new AppError('EXPORT_TIME');
      if (latestAt === null || time > latestAt) latestAt = time;
    }
  };

  return {
    take: (record: ExportRecord): void => {
      noteTimes(record);
      if (rankOf(record) < rank) throw damaged();
      rank = rankOf(record);
      if (!needsOf(record).every((key) => seen.has(key))) throw damaged();
      for (const key of keysOf(record)) {
        if (seen.has(key)) throw damaged();
        seen.add(key);
      }
      attachments.take(record);
      counts[record.type] = (counts[record.type] ?? 0) + 1;
      if ('createdAt' in record && record.deletedAt !== null) deleted += 1;
      const day = dayOf(record);
      if (day !== null) noteDay(day);
    },
    /** Ends the check; answers with what there was. */
    finish: (): Tally => {
      attachments.finish();
      return { counts, deleted, firstDay, lastDay, latestAt };
    },
  };
};
