import { excerptOf, mapPictures } from '#core/document';
import { draftFrom, type Entry } from '#core/entry';
import type { CopiedBack } from '#core/inside';
import { uniqueLabels } from '#core/label';
import { wallTime } from '#core/local-date';
import type { RecordId, RecordVersion } from '#core/record';
import type { Database } from '../db/database';
import type { Journal } from '../journal';
import {
  findAttachment,
  findPiece,
  findThumbnail,
  insertAttachment,
  insertPiece,
  listAttachments,
  type StoredAttachment,
} from '../repositories/attachment';
import {
  type EntryWrite,
  findEntry,
  freePosition,
  getEntry,
  insertEntry,
  type StoredEntry,
  updateEntry,
} from '../repositories/entry';
import { replaceLabelsOf } from '../repositories/label';
import { insertRevision, insertStoredRevision, listRevisions } from '../repositories/revision';
import { deleteTombstone, findTombstone } from '../repositories/tombstone';
import { readEntry, saveEntry } from './entries';
import { agreeWithPage } from './pictures';

const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes);

/** Answers with the id that the copy has. */
const copyAttachment = (
  { db, clock, newId, newVersion }: Journal,
  source: Database,
  { stored: { seq, attachment }, entry }: { readonly stored: StoredAttachment; readonly entry: RecordId },
): RecordId => {
  const isThere = findAttachment(db, attachment.id) !== undefined;
  // The entry has it still, in the bin as it may be.
  if (isThere && attachment.entry === entry) return attachment.id;
  const thumbnail = findThumbnail(source, seq);
  const fresh = { id: isThere ? newId() : attachment.id, version: newVersion(attachment.version), entry };
  const copy = insertAttachment(
    db,
    { ...attachment, ...fresh, updatedAt: clock.now() },
    thumbnail === null ? null : owned(thumbnail),
  );
  for (let piece = 0; ; piece += 1) {
    const bytes = findPiece(source, seq, piece);
    if (bytes === undefined) return fresh.id;
    insertPiece(db, copy, { piece, bytes: owned(bytes) });
  }
};

/** Answers with the ids that are others now. */
const copyAttachments = (
  journal: Journal,
  source: Database,
  from: RecordId,
  to: RecordId,
): ReadonlyMap<RecordId, RecordId> => {
  const copied = listAttachments(source, from).map((stored) => {
    const { id } = stored.attachment;
    return [id, copyAttachment(journal, source, { stored, entry: to })] as const;
  });
  return new Map(copied);
};

/** The backup's entry as it is to be written into the journal, kept, with `previous` as the version it follows. */
const writeOf = (
  { db, clock, newVersion }: Journal,
  { entry, plain, bodyText }: StoredEntry,
  { previous, own }: { readonly previous: RecordVersion; readonly own: number | null },
): EntryWrite => {
  const { feelings: _, ...rest } = entry;
  return {
    entry: {
      ...rest,
      tags: uniqueLabels(entry.tags),
      version: newVersion(previous),
      updatedAt: clock.now(),
      deletedAt: null,
    },
    position: freePosition(db, wallTime(entry.at, entry.zone), own),
    plain,
    excerpt: excerptOf(plain),
    bodyText,
  };
};

const putLabels = (journal: Journal, { position: owner }: EntryWrite, { tags, feelings }: Entry): void => {
  replaceLabelsOf(journal, 'entry_tag', { owner, names: tags });
  replaceLabelsOf(journal, 'entry_feeling', { owner, names: feelings });
};

/** What is gone comes back whole: with its date, labels, earlier states, pictures and files. */
const bringBack = (journal: Journal, source: Database, old: StoredEntry): CopiedBack => {
  const { db } = journal;
  const { id, version } = old.entry;
  const gone = findTombstone(db, id)?.version ?? version;
  const write = writeOf(journal, old, { previous: gone > version ? gone : version, own: null });
  deleteTombstone(db, id);
  insertEntry(db, write);
  putLabels(journal, write, old.entry);
  for (const revision of listRevisions(source, id).reverse()) insertStoredRevision(db, revision);
  copyAttachments(journal, source, id, id);
  return { entry: readEntry(journal, id), before: null };
};

const keepPresent = ({ db, clock }: Journal, { entry, bodyText }: StoredEntry): void =>
  insertRevision(db, { entry, bodyText, reason: 'restore', savedAt: clock.now() });

const sameText = (one: StoredEntry, other: StoredEntry): boolean =>
  one.entry.title === other.entry.title && one.bodyText === other.bodyText;

/** What lies in the bin comes out of it as the backup has it; other words that it had there become an earlier state. */
const takeOut = (journal: Journal, source: Database, pair: { old: StoredEntry; stored: StoredEntry }): CopiedBack => {
  const { old, stored } = pair;
  const write = writeOf(journal, old, { previous: stored.entry.version, own: stored.position });
  if (!sameText(old, stored)) keepPresent(journal, stored);
  updateEntry(journal.db, write);
  putLabels(journal, write, old.entry);
  copyAttachments(journal, source, old.entry.id, old.entry.id);
  agreeWithPage(journal, old.entry.id, old.entry.body);
  return { entry: readEntry(journal, old.entry.id), before: stored.entry };
};

/** What is there gets the backup's title and text; its own become an earlier state, and all else about it stays. */
const putText = (
  journal: Journal,
  source: Database,
  { old, stored }: { readonly old: StoredEntry; readonly stored: StoredEntry },
): CopiedBack => {
  const { id, title, body } = old.entry;
  keepPresent(journal, stored);
  copyAttachments(journal, source, id, id);
  const entry = saveEntry(journal, { ...draftFrom(stored.entry), title, body });
  return { entry, before: stored.entry };
};

const copyAsNew = (journal: Journal, source: Database, { entry: old }: StoredEntry): CopiedBack => {
  const id = journal.newId();
  const copies = copyAttachments(journal, source, old.id, id);
  const body = mapPictures(old.body, (picture) => ({ ...picture, id: copies.get(picture.id) ?? picture.id }));
  return { entry: saveEntry(journal, { ...draftFrom(old), id, baseVersion: null, body }), before: null };
};

/**
 * Copies an entry of a backup (`source`) into the journal, or with `asNew` beside what is there. Nothing that is in the
 * journal is lost: words that give way become an earlier state. All of it happens or nothing. Fails with NOT_FOUND where the
 * backup has no such entry.
 */
export const copyEntryBack = (
  journal: Journal,
  source: Database,
  { id, asNew }: { readonly id: RecordId; readonly asNew: boolean },
): CopiedBack =>
  journal.db.transaction(() => {
    const old = getEntry(source, id);
    if (asNew) return copyAsNew(journal, source, old);
    const stored = findEntry(journal.db, id);
    if (stored !== undefined && stored.entry.deletedAt === null) {
      // Said twice: it stands there already.
      if (sameText(old, stored)) return { entry: stored.entry, before: stored.entry };
      return putText(journal, source, { old, stored });
    }
    journal.onChange(id);
    return stored === undefined ? bringBack(journal, source, old) : takeOut(journal, source, { old, stored });
  });
