import type { Attachment } from '#core/attachment';
import type { RecordId, RecordVersion } from '#core/record';
import type { Database } from '../db/database';
import { idBytes, idText } from '../db/record-id';
import { type Sql, sql } from '../db/sql';

/** Length of every piece of an attachment's bytes but the last. */
export const PIECE_BYTES = 1024 * 1024;

type Row = {
  seq: number;
  id: Uint8Array;
  version: string;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
  entry_id: Uint8Array;
  name: string;
  media_type: string;
  size: number;
  width: number | null;
  height: number | null;
  caption: string;
  alt: string;
  sha256: Uint8Array;
};

const columns: Sql = sql`seq, id, version, created_at, updated_at, deleted_at, entry_id, name, media_type, size, width,
  height, caption, alt, sha256`;

const toAttachment = (row: Row): Attachment => ({
  id: idText(row.id),
  version: row.version as RecordVersion,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  deletedAt: row.deleted_at,
  entry: idText(row.entry_id),
  name: row.name,
  mediaType: row.media_type,
  size: row.size,
  width: row.width,
  height: row.height,
  caption: row.caption,
  alt: row.alt,
  sha256: Buffer.from(row.sha256).toString('hex'),
});

/** An attachment with its row number. */
export type StoredAttachment = { readonly seq: number; readonly attachment: Attachment };

const toStored = (row: Row): StoredAttachment => ({ seq: row.seq, attachment: toAttachment(row) });

/** The attachments of an entry in the order in which they were added; reads none of their bytes. */
export const listAttachments = (db: Database, entry: RecordId): StoredAttachment[] =>
  db
    .all<Row>(sql`SELECT ${columns} FROM attachment
      WHERE entry_id = ${idBytes(entry)} AND deleted_at IS NULL ORDER BY seq`)
    .map(toStored);

/** Every attachment of an entry, in the bin or not, in the order in which they were added; reads none of their bytes. */
export const listAllAttachmentsOf = (db: Database, entry: RecordId): StoredAttachment[] =>
  db.all<Row>(sql`SELECT ${columns} FROM attachment WHERE entry_id = ${idBytes(entry)} ORDER BY seq`).map(toStored);

/** Attachments that were let go of before an instant (epoch ms), or added before it to an entry that is not there. */
export const listForsakenAttachments = (db: Database, before: number): Attachment[] =>
  db
    .all<Row>(sql`SELECT ${columns} FROM attachment WHERE deleted_at < ${before}
      OR (created_at < ${before} AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.id = attachment.entry_id))`)
    .map(toAttachment);

/** The attachment of an id, in the bin or not, or undefined. */
export const findAttachment = (db: Database, id: RecordId): StoredAttachment | undefined => {
  const row = db.get<Row>(sql`SELECT ${columns} FROM attachment WHERE id = ${idBytes(id)}`);
  return row === undefined ? undefined : toStored(row);
};

/** Every attachment, in the bin or not, in the order in which they were added, beginning after a row number. */
export const listAllAttachments = (
  db: Database,
  { after, limit }: { readonly after: number; readonly limit: number },
): StoredAttachment[] =>
  db.all<Row>(sql`SELECT ${columns} FROM attachment WHERE seq > ${after} ORDER BY seq LIMIT ${limit}`).map(toStored);

/** The small picture that stands for an attachment, or null when it has none. */
export const findThumbnail = (db: Database, seq: number): Uint8Array | null =>
  db.get<{ thumbnail: Uint8Array | null }>(sql`SELECT thumbnail FROM attachment WHERE seq = ${seq}`)?.thumbnail ?? null;

/** A piece of an attachment's bytes, or undefined after the last. */
export const findPiece = (db: Database, attachment: number, piece: number): Uint8Array | undefined =>
  db.get<{ bytes: Uint8Array }>(
    sql`SELECT bytes FROM attachment_piece WHERE attachment = ${attachment} AND piece = ${piece}`,
  )?.bytes;

/** Stores a new attachment without its bytes; answers with its row number. */
export const insertAttachment = (
  db: Database,
  attachment: Attachment,
  thumbnail: Uint8Array<ArrayBuffer> | null,
): number => {
  const a = attachment;
  const sha256 = Uint8Array.from(Buffer.from(a.sha256, 'hex'));
  db.run(sql`INSERT INTO attachment (id, version, created_at, updated_at, deleted_at, entry_id, name, media_type, size,
      width, height, caption, alt, sha256, thumbnail)
    VALUES (${idBytes(a.id)}, ${a.version}, ${a.createdAt}, ${a.updatedAt}, ${a.deletedAt}, ${idBytes(a.entry)},
      ${a.name}, ${a.mediaType}, ${a.size}, ${a.width}, ${a.height}, ${a.caption}, ${a.alt}, ${sha256}, ${thumbnail})`);
  return db.get<{ seq: number }>(sql`SELECT last_insert_rowid() AS seq`)?.seq ?? 0;
};

/** Stores the next piece of an attachment: PIECE_BYTES of it, the last one what is left. */
export const insertPiece = (
  db: Database,
  attachment: number,
  { piece, bytes }: { readonly piece: number; readonly bytes: Uint8Array<ArrayBuffer> },
): void => {
  db.run(sql`INSERT INTO attachment_piece (attachment, piece, bytes) VALUES (${attachment}, ${piece}, ${bytes})`);
};

/** Replaces what is known of an attachment. Its bytes never change, nor what follows from them. */
export const updateAttachment = (db: Database, attachment: Attachment): void => {
  const a = attachment;
  db.run(sql`UPDATE attachment SET version = ${a.version}, updated_at = ${a.updatedAt}, deleted_at = ${a.deletedAt},
      entry_id = ${idBytes(a.entry)}, name = ${a.name}, media_type = ${a.mediaType}, width = ${a.width},
      height = ${a.height}, caption = ${a.caption}, alt = ${a.alt}
    WHERE id = ${idBytes(a.id)}`);
};

/** Removes an attachment for good, with its bytes. */
export const deleteAttachment = (db: Database, id: RecordId): void => {
  db.run(sql`DELETE FROM attachment WHERE id = ${idBytes(id)}`);
};
