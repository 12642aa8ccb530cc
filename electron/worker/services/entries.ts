import { countWords, type Document, documentText, excerptOf } from '#core/document';
import type { Entry, EntryDraft, EntryPage } from '#core/entry';
import { uniqueLabels } from '#core/label';
import { wallTime } from '#core/local-date';
import type { RecordId } from '#core/record';
import type { Database } from '../db/database';
import type { Journal } from '../journal';
import {
  countEntries,
  type EntryWrite,
  findEntry,
  freePosition,
  getEntry,
  insertEntry,
  listDeletedEntries,
  listEntries,
  type StoredEntry,
  updateEntry,
  updateEntryDeleted,
} from '../repositories/entry';
import { replaceLabelsOf } from '../repositories/label';
import { findLatestRevision, findLatestRevisionAt, insertRevision } from '../repositories/revision';
import { dayFor, deletedColumns, isMoved, nextColumns } from './changes';
import { agreeWithPage } from './pictures';

/** Saving is continuous; a state of an entry is worth keeping as a revision when this long has passed since the last. */
const REVISION_INTERVAL_MS = 5 * 60_000;
/** A passage of so many characters that goes is worth one before that. */
const PASSAGE = 40;
/** At most so many pieces of a passage are looked for. */
const SAMPLES = 50;

const prepare = (journal: Journal, draft: EntryDraft, stored: StoredEntry | undefined): EntryWrite => {
  const { db } = journal;
  const bodyText = JSON.stringify(draft.body);
  const plain = stored?.bodyText === bodyText ? stored.plain : documentText(draft.body);
  const { baseVersion: _, feelings: __, ...content } = draft;
  const entry = {
    ...content,
    ...nextColumns(journal, draft, stored?.entry),
    day: dayFor(draft, stored?.entry),
    tags: uniqueLabels(draft.tags),
    wordCount: stored?.bodyText === bodyText ? stored.entry.wordCount : countWords(plain),
  };
  const position = freePosition(db, wallTime(draft.at, draft.zone), stored?.position ?? null);
  return { entry, position, plain, excerpt: excerptOf(plain), bodyText };
};

/** A state of an entry that may be worth keeping. */
type State = Pick<StoredEntry, 'plain' | 'bodyText'> & { readonly entry: Pick<Entry, 'id' | 'version' | 'title'> };

/** Of the entry that was saved last: its fullest state since one was kept, and when one was kept before its time. */
type Watch = { readonly fullest: State; readonly hurriedAt: number };

const watches = new WeakMap<Journal, Watch>();

const textOf = ({ entry: { title }, plain }: State): string => `${title}\n${plain}`;

/** What stood between the common beginning and the common end of two texts, and stands there no longer. */
const takenOut = (before: string, after: string): string => {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return before.slice(start, before.length - end);
};

/** Whether most of a passage stands nowhere in a text: one that was changed at both its ends is not gone. */
const isGone = (passage: string, text: string): boolean => {
  const step = Math.max(PASSAGE, Math.ceil(passage.length / SAMPLES));
  const pieces: string[] = [];
  for (let at = 0; at + PASSAGE <= passage.length; at += step) pieces.push(passage.slice(at, at + PASSAGE));
  return pieces.filter((piece) => !text.includes(piece)).length * 2 > pieces.length;
};

/** Whether a change takes out a passage that no earlier state of the entry could give back. */
const losesPassage = (db: Database, before: State, after: State): boolean => {
  const passage = takenOut(textOf(before), textOf(after));
  if (passage.length < PASSAGE || !isGone(passage, textOf(after))) return false;
  const latest = findLatestRevision(db, before.entry.id);
  if (latest === undefined) return true;
  const { title, bodyText } = latest;
  return !`${title}\n${documentText(JSON.parse(bodyText) as Document)}`.includes(passage);
};

const fuller = (one: State, other: State): State => (textOf(other).length > textOf(one).length ? other : one);

/**
 * Keeps the stored state when five minutes have passed since the last was kept, and at once, but once in five minutes, the
 * fullest that was there since when a passage of it goes: in one step, or letter by letter.
 */
const keepRevision = (journal: Journal, stored: StoredEntry, write: EntryWrite): void => {
  const { db, clock } = journal;
  const { entry, bodyText } = stored;
  if (entry.title === write.entry.title && bodyText === write.bodyText) return;
  const now = clock.now();
  // Either way: one made under a clock that was ahead would stand in the way of others for as long.
  const isOver = (since: number): boolean => Math.abs(now - since) >= REVISION_INTERVAL_MS;
  const watched = watches.get(journal);
  const isSame = watched?.fullest.entry.id === entry.id;
  const fullest = isSame ? fuller(stored, watched.fullest) : stored;
  const hurriedAt = isSame ? watched.hurriedAt : Number.NEGATIVE_INFINITY;
  const isDue = isOver(findLatestRevisionAt(db, entry.id) ?? entry.createdAt);
  const isHurried = isOver(hurriedAt) && losesPassage(db, fullest, write);
  const kept = new Set([...(isHurried ? [fullest] : []), ...(isDue ? [stored] : [])]);
  for (const state of kept) insertRevision(db, { ...state, reason: 'edit', savedAt: now });
  watches.set(journal, {
    fullest: kept.size > 0 ? write : fuller(fullest, write),
    hurriedAt: isHurried && !isDue ? now : hurriedAt,
  });
};

/** Stores an entry, new or changed, with its index, labels and, now and then, a revision; durable when it returns. Fails with CONFLICT, NOT_FOUND. */
export const saveEntry = (journal: Journal, draft: EntryDraft): Entry => {
  const { db } = journal;
  return db.transaction(() => {
    const stored = findEntry(db, draft.id);
    const write = prepare(journal, draft, stored);
    if (stored === undefined) insertEntry(db, write);
    else {
      keepRevision(journal, stored, write);
      updateEntry(db, write);
    }
    const { position: owner, entry } = write;
    replaceLabelsOf(journal, 'entry_tag', { owner, names: entry.tags });
    const feelings = replaceLabelsOf(journal, 'entry_feeling', { owner, names: draft.feelings });
    agreeWithPage(journal, entry.id, entry.body);
    return { ...entry, feelings };
  });
};

/** The entry of an id, in the bin or not; fails with NOT_FOUND. */
export const readEntry = ({ db }: Journal, id: RecordId): Entry => getEntry(db, id).entry;

/** A stretch of kept (or binned) entries, latest first. */
export const pageOfEntries = (
  { db }: Journal,
  { before, limit, bin = false }: { readonly before: number | null; readonly limit: number; readonly bin?: boolean },
): EntryPage => {
  const items = (bin ? listDeletedEntries : listEntries)(db, { before, limit });
  return { items, next: items.length === limit ? (items.at(-1)?.position ?? null) : null };
};

const moveEntry = (journal: Journal, id: RecordId, deleted: boolean): void => {
  const { db } = journal;
  db.transaction(() => {
    const { entry } = getEntry(db, id);
    if (!isMoved(entry, deleted)) updateEntryDeleted(db, id, deletedColumns(journal, entry, deleted));
  });
};

/** Puts an entry into the bin, where it stays 30 days; fails with NOT_FOUND. */
export const binEntry = (journal: Journal, id: RecordId): void => moveEntry(journal, id, true);

/** Takes an entry out of the bin; fails with NOT_FOUND. */
export const restoreEntry = (journal: Journal, id: RecordId): void => moveEntry(journal, id, false);

/** How many entries are kept and how many lie in the bin. */
export const countJournal = ({ db }: Journal): { kept: number; bin: number } => countEntries(db);
