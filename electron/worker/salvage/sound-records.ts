import { createHash } from 'node:crypto';
import { AppError } from '#core/errors';
import { exportLineTypes } from '#core/export-line';
import type { RecordId } from '#core/record';
import type { Database } from '../db/database';
import { sql } from '../db/sql';
import { checkRecords } from '../exports/check-records';
import { exportLines, lineText } from '../exports/export-lines';
import { parseLine } from '../exports/parse-line';
import type { ExportRecord } from '../exports/thread-messages';
import { findPiece, listAllAttachments } from '../repositories/attachment';

/** Where a record comes from. */
export type Origin = 'own' | 'other';

const refused = (error: unknown): null => {
  if (error instanceof AppError && (error.code === 'EXPORT_DAMAGED' || error.code === 'EXPORT_TIME')) return null;
  throw error;
};

/** A stored line as a record, checked as one that came from outside would be; null where it is not sound. */
const recordOf = (line: Parameters<typeof lineText>[0]): ExportRecord | null => {
  try {
    const record = parseLine(Buffer.from(lineText(line), 'utf8'));
    return record.type === 'end' ? null : record;
  } catch (error) {
    return refused(error);
  }
};

const rankOf = (type: string): number =>
  exportLineTypes.findIndex((known) => known === (type === 'attachment-piece' ? 'attachment' : type));

/** The lines of two journals in the order of one, kind by kind. */
function* together(
  own: Database,
  other: Database | null,
): Generator<readonly [Parameters<typeof lineText>[0], Origin]> {
  const sources = [
    ['own', exportLines(own)] as const,
    ...(other === null ? [] : [['other', exportLines(other)] as const]),
  ];
  const heads = sources.map(([origin, lines]) => ({ origin, lines, next: lines.next() }));
  for (let rank = 0; rank < exportLineTypes.length; rank += 1) {
    for (const head of heads) {
      while (head.next.done !== true && rankOf(head.next.value.type) <= rank) {
        yield [head.next.value, head.origin];
        head.next = head.lines.next();
      }
    }
  }
}

/** Removes attachments of which a piece is missing or not as it was; answers with their ids. */
export const dropTornAttachments = (db: Database): RecordId[] => {
  const dropped: RecordId[] = [];
  for (const { seq, attachment } of listAllAttachments(db, { after: 0, limit: Number.MAX_SAFE_INTEGER })) {
    const hash = createHash('sha256');
    let size = 0;
    for (let piece = 0; size < attachment.size; piece += 1) {
      const bytes = findPiece(db, seq, piece);
      if (bytes === undefined) break;
      hash.update(bytes);
      size += bytes.length;
    }
    if (size === attachment.size && hash.digest('hex') === attachment.sha256) continue;
    db.run(sql`DELETE FROM attachment_piece WHERE attachment = ${seq}`);
    db.run(sql`DELETE FROM attachment WHERE seq = ${seq}`);
    dropped.push(attachment.id);
  }
  return dropped;
};

/** Whether a record of the other journal is wanted. */
export type Wanted = (record: ExportRecord) => boolean;

/**
 * Every sound record of a journal and, where it lacks some, the wanted ones of another, in the order of an export and
 * checked against each other as an export is. What is not sound is passed over. Settings are not among them.
 */
export function* soundRecords(
  own: Database,
  { other, wants }: { readonly other: Database | null; readonly wants: Wanted },
): Generator<readonly [ExportRecord, Origin]> {
  const checks = checkRecords();
  // Whether the attachment that pieces belong to was taken.
  let takesPieces: boolean = false;
  for (const [line, origin] of together(own, other)) {
    if (line.type === 'setting') continue;
    const record = recordOf(line);
    const isPiece = line.type === 'attachment-piece';
    const isWanted: boolean = record !== null && (isPiece ? takesPieces : origin === 'own' || wants(record));
    const taken: ExportRecord | null = isWanted && record !== null && agrees(checks, record) ? record : null;
    if (!isPiece) takesPieces = taken?.type === 'attachment';
    if (taken !== null) yield [taken, origin];
  }
}

const agrees = (checks: ReturnType<typeof checkRecords>, record: ExportRecord): boolean => {
  try {
    checks.take(record);
    return true;
  } catch (error) {
    return refused(error) ?? false;
  }
};
