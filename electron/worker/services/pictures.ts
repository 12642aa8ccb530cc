import { createHash } from 'node:crypto';
import type { Attachment } from '#core/attachment';
import { cleanPicture } from '#core/clean-picture';
import type { CleanedPicture, PictureRefusal } from '#core/cleaned-picture';
import { type Document, picturesOf } from '#core/document';
import { AppError } from '#core/errors';
import { sayOrientation } from '#core/jpeg-orientation';
import type { PictureSize } from '#core/picture-calls';
import type { RecordId } from '#core/record';
import type { Journal } from '../journal';
import {
  deleteAttachment,
  findAttachment,
  findPiece,
  findThumbnail,
  insertAttachment,
  insertPiece,
  listAllAttachmentsOf,
  listForsakenAttachments,
  PIECE_BYTES,
  updateAttachment,
} from '../repositories/attachment';
import { isOnPage } from '../repositories/entry';
import { isInRevision } from '../repositories/revision';
import { insertTombstone } from '../repositories/tombstone';

const DAY_MS = 86_400_000;
/** How long a picture stays that no page shows any more. */
const FORSAKEN_DAYS = 30;

const whyNot = (refusal: PictureRefusal): string =>
  refusal.reason === 'too-large' ? `too-large-${refusal.what}` : refusal.reason;

const cleaned = (bytes: Uint8Array): CleanedPicture => {
  const picture = cleanPicture(bytes);
  if (!picture.ok) throw new AppError('INVALID_INPUT', { fields: { picture: whyNot(picture) } });
  return picture;
};

/** The window has turned what it hands over; what comes from another journal's export says itself how it is to be turned. */
const upright = (picture: CleanedPicture): Pick<CleanedPicture, 'mediaType' | 'bytes' | 'width' | 'height'> => {
  const { mediaType, bytes, width, height, orientation } = picture;
  if (mediaType !== 'image/jpeg') return picture;
  const turned = sayOrientation(bytes, orientation);
  return orientation < 5 ? { ...picture, bytes: turned } : { mediaType, bytes: turned, width: height, height: width };
};

const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes);

const newColumns = ({ clock, newVersion, onChange }: Journal, id: RecordId) => {
  const now = clock.now();
  onChange(id);
  return { id, version: newVersion(null), createdAt: now, updatedAt: now, deletedAt: null };
};

type Added = {
  readonly id: RecordId;
  readonly entry: RecordId;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly thumbnail: Uint8Array | null;
};

/**
 * Stores a picture, and of its file nothing but what shows it (docs/pictures.md). Fails with INVALID_INPUT (`picture`: why it
 * is not taken in) and CONFLICT where the id is taken.
 */
export const addPicture = (journal: Journal, { id, entry, name, bytes, thumbnail }: Added): Attachment => {
  const { db } = journal;
  const picture = upright(cleaned(bytes));
  const small = thumbnail === null ? null : owned(cleaned(thumbnail).bytes);
  return db.transaction(() => {
    if (findAttachment(db, id) !== undefined) throw new AppError('CONFLICT');
    const attachment: Attachment = {
      ...newColumns(journal, id),
      entry,
      name: name.normalize('NFC'),
      mediaType: picture.mediaType,
      size: picture.bytes.length,
      width: picture.width,
      height: picture.height,
      caption: '',
      alt: '',
      sha256: createHash('sha256').update(picture.bytes).digest('hex'),
    };
    const seq = insertAttachment(db, attachment, small);
    for (let piece = 0; piece * PIECE_BYTES < picture.bytes.length; piece += 1) {
      const part = picture.bytes.subarray(piece * PIECE_BYTES, (piece + 1) * PIECE_BYTES);
      insertPiece(db, seq, { piece, bytes: owned(part) });
    }
    return attachment;
  });
};

/** Copies a picture to another entry under another id; fails with NOT_FOUND, CONFLICT. */
export const copyPicture = (
  journal: Journal,
  { id, entry, copy }: { readonly id: RecordId; readonly entry: RecordId; readonly copy: RecordId },
): Attachment => {
  const { db } = journal;
  return db.transaction(() => {
    const found = findAttachment(db, id);
    if (found === undefined) throw new AppError('NOT_FOUND');
    if (findAttachment(db, copy) !== undefined) throw new AppError('CONFLICT');
    const thumbnail = findThumbnail(db, found.seq);
    const attachment = { ...found.attachment, ...newColumns(journal, copy), entry };
    const seq = insertAttachment(db, attachment, thumbnail === null ? null : owned(thumbnail));
    for (let piece = 0; ; piece += 1) {
      const bytes = findPiece(db, found.seq, piece);
      if (bytes === undefined) return attachment;
      insertPiece(db, seq, { piece, bytes: owned(bytes) });
    }
  });
};

/** The bytes of a picture, or of the small one that stands for it; fails with NOT_FOUND. */
export const readPicture = (
  { db }: Pick<Journal, 'db'>,
  { id, size }: { readonly id: RecordId; readonly size: PictureSize },
): { mediaType: string; bytes: Uint8Array<ArrayBuffer> } => {
  const found = findAttachment(db, id);
  if (found === undefined) throw new AppError('NOT_FOUND');
  const small = size === 'thumbnail' ? findThumbnail(db, found.seq) : null;
  if (small !== null) return { mediaType: cleaned(small).mediaType, bytes: owned(small) };
  const bytes = new Uint8Array(found.attachment.size);
  let end = 0;
  for (let piece = 0; end < bytes.length; piece += 1) {
    const part = findPiece(db, found.seq, piece);
    if (part === undefined || end + part.length > bytes.length) throw new AppError('DATABASE_DAMAGED');
    bytes.set(part, end);
    end += part.length;
  }
  return { mediaType: found.attachment.mediaType, bytes };
};

/** What is known of an entry's pictures, those that its page no longer shows among them. */
export const picturesOfEntry = ({ db }: Journal, entry: RecordId): Attachment[] =>
  listAllAttachmentsOf(db, entry).map(({ attachment }) => attachment);

/**
 * Has an entry's pictures agree with its page, within the transaction that saves it: each has the words the page gives it,
 * and one that the page no longer shows is let go of, until it is shown again.
 */
export const agreeWithPage = (journal: Journal, entry: RecordId, body: Document): void => {
  const { db, clock, newVersion } = journal;
  const stored = listAllAttachmentsOf(db, entry);
  if (stored.length === 0) return;
  const shown = new Map(picturesOf(body).map((picture) => [picture.id, picture]));
  const now = clock.now();
  for (const { attachment } of stored) {
    const { caption, alt } = shown.get(attachment.id) ?? attachment;
    const deletedAt = shown.has(attachment.id) ? null : (attachment.deletedAt ?? now);
    const isSame = caption === attachment.caption && alt === attachment.alt && deletedAt === attachment.deletedAt;
    if (isSame) continue;
    const version = newVersion(attachment.version);
    updateAttachment(db, { ...attachment, caption, alt, deletedAt, version, updatedAt: now });
  }
};

/** Removes for good the pictures that for 30 days neither a page nor an earlier state of one has shown. */
export const purgePictures = ({ db, clock }: Journal): void => {
  const before = clock.now() - FORSAKEN_DAYS * DAY_MS;
  for (const { id, version, entry } of listForsakenAttachments(db, before)) {
    // Also where a merge brought back a page that shows it.
    if (isOnPage(db, entry, id) || isInRevision(db, entry, id)) continue;
    insertTombstone(db, { id, kind: 'attachment', version });
    deleteAttachment(db, id);
  }
};
