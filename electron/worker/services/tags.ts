import { createHash } from 'node:crypto';
import { AppError } from '#core/errors';
import { foldLabel } from '#core/label';
import type { RecordId } from '#core/record';
import {
  type LastTagChange,
  type TagChange,
  type TagChangeUndone,
  type TagUse,
  tagChange,
  withTag,
} from '#core/tag-change';
import type { Journal } from '../journal';
import {
  type BulkChangeItem,
  beginBulkChange,
  deleteBulkChange,
  findBulkChange,
  findBulkChangeItem,
  insertBulkChangeItem,
  listBulkChangeItems,
} from '../repositories/bulk-change';
import { indexInBulk } from '../repositories/entry-index';
import { deleteUnusedLabel, ensureLabel } from '../repositories/label';
import {
  countTagged,
  findTag,
  findTagged,
  listTagged,
  listTagUses,
  replaceTagLinks,
  type TaggedEntry,
  type TagRow,
  updateTagName,
  updateTagNames,
} from '../repositories/tag';

/** The items of a change of tags: what was done, and the tags that an entry had before. */
const CHANGE = 'tag-change';
const ENTRY = 'entry-tags';

const getTag = ({ db }: Journal, name: string): TagRow => {
  const found = findTag(db, name);
  if (found === undefined) throw new AppError('NOT_FOUND');
  return found;
};

/** Tags that kept entries carry with how many do, most used first. */
export const listTags = ({ db }: Journal): TagUse[] => listTagUses(db);

/** How many kept entries carry one of two tags, or both; a tag that is not there is carried by none. */
export const tagsTogether = ({ db }: Journal, name: string, other: string): { entries: number } => ({
  entries: countTagged(
    db,
    [name, other].flatMap((tag) => findTag(db, tag)?.seq ?? []),
  ),
});

/** Gives entries other tags, as a change of each; the links follow the names. */
const tagWriter = (journal: Journal) => {
  const { db, clock, newVersion, onChange } = journal;
  const updatedAt = clock.now();
  const rows = new Map<string, number>();
  const rowOf = (name: string): number => {
    const folded = foldLabel(name);
    const row = rows.get(folded) ?? ensureLabel(journal, 'tag', name);
    rows.set(folded, row);
    return row;
  };
  return ({ position, id, version }: TaggedEntry, tags: readonly string[]): void => {
    onChange(id);
    updateTagNames(db, { position, id, version: newVersion(version), tags }, updatedAt);
    replaceTagLinks(db, position, tags.map(rowOf));
  };
};

const respell = ({ db, clock, newVersion }: Journal, { seq, version }: TagRow, name: string): void =>
  updateTagName(db, seq, { name, version: newVersion(version), updatedAt: clock.now() });

const digestOf = (tags: readonly string[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(createHash('sha256').update(tags.join('\n')).digest());

const noting = ({ db, clock }: Journal, change: TagChange) => {
  const now = clock.now();
  const seq = beginBulkChange(db, 'tag-merge', { at: now, sourceAt: now });
  let place = 0;
  const note = (item: Pick<BulkChangeItem, 'kind' | 'record' | 'owner' | 'after'>, before: unknown): void => {
    insertBulkChangeItem(db, seq, place, { ...item, position: null, before: JSON.stringify(before) });
    place += 1;
  };
  note({ kind: CHANGE, record: foldLabel(change.name), owner: null, after: null }, change);
  return ({ id, tags }: TaggedEntry, next: readonly string[]): void =>
    note({ kind: ENTRY, record: id, owner: id, after: digestOf(next) }, tags);
};

/** What becomes of a tag; null where it is taken off. Fails where that cannot be. */
const targetOf = (journal: Journal, change: TagChange, { seq }: TagRow): string | null => {
  const { db } = journal;
  switch (change.kind) {
    case 'renamed': {
      const to = change.to.normalize('NFC').trim();
      const other = findTag(db, to);
      if (other !== undefined && other.seq !== seq && countTagged(db, [other.seq]) > 0) throw new AppError('CONFLICT');
      return to;
    }
    case 'merged': {
      const into = getTag(journal, change.into);
      if (into.seq === seq) throw new AppError('NOT_FOUND');
      return into.name;
    }
    case 'removed':
      return null;
  }
};

/** The change as it is told of later: names as they are spelled. */
const toldOf = ({ kind }: TagChange, name: string, to: string | null): TagChange => {
  if (to === null) return { kind: 'removed', name };
  return kind === 'merged' ? { kind, name, into: to } : { kind: 'renamed', name, to };
};

/**
 * Changes a tag on every entry that carries it, in the bin or not: all of it or nothing. No entry carries a tag twice, and
 * the order stays. Each gets a new version, but no revision, for its words stay. It can be undone, until tags are changed so
 * again. Fails with NOT_FOUND, and with CONFLICT where a rename would be a merge with a tag that kept entries carry.
 */
export const changeTag = (journal: Journal, change: TagChange): void => {
  const { db } = journal;
  db.transaction(() => {
    const tag = getTag(journal, change.name);
    const to = targetOf(journal, change, tag);
    if (to === tag.name) return;
    const note = noting(journal, toldOf(change, tag.name, to));
    const target = to === null ? undefined : findTag(db, to);
    if (to !== null && change.kind === 'renamed' && target?.name !== to) respell(journal, target ?? tag, to);
    const write = tagWriter(journal);
    indexInBulk(db, () => {
      for (const entry of listTagged(db, tag.seq)) {
        const next = withTag(entry.tags, tag.name, to);
        note(entry, next);
        write(entry, next);
      }
    });
    deleteUnusedLabel(db, 'tag', tag.name);
  });
};

const changeIn = (items: readonly BulkChangeItem[]): TagChange | null => {
  const told = items.find(({ kind }) => kind === CHANGE)?.before;
  return told === undefined || told === null ? null : tagChange.parse(JSON.parse(told));
};

/** The last change of tags, while it can be undone. */
export const lastTagChangeOf = ({ db }: Journal): LastTagChange => {
  const found = findBulkChange(db, 'tag-merge');
  const told = found === undefined ? undefined : findBulkChangeItem(db, found.seq, 0);
  const change = changeIn(told === undefined ? [] : [told]);
  return found === undefined || change === null ? null : { at: found.at, change };
};

/** Has the tag that was changed be there again, spelled as it was. */
const bringBack = (journal: Journal, change: TagChange): void => {
  const present = findTag(journal.db, change.name);
  if (present === undefined) ensureLabel(journal, 'tag', change.name);
  else if (change.kind === 'renamed' && present.name === change.to) respell(journal, present, change.name);
};

/** Gives entries the tags back that they had; answers with how many were left, for their tags were changed since. */
const putBack = (journal: Journal, items: readonly BulkChangeItem[]): number => {
  const write = tagWriter(journal);
  let left = 0;
  // As they were noted: by position.
  for (const { kind, record, before, after } of items.toReversed()) {
    if (kind !== ENTRY || before === null || after === null) continue;
    const entry = findTagged(journal.db, record as RecordId);
    if (entry === undefined) continue;
    if (Buffer.from(digestOf(entry.tags)).equals(after)) write(entry, JSON.parse(before) as string[]);
    else left += 1;
  }
  return left;
};

/**
 * Undoes the last change of tags in one transaction. An entry gets back the tags that it had, whatever else of it was changed
 * since; one whose tags are not as the change left them keeps those it has, as does one that got the tag afterwards. What
 * comes back is a change of its own, with a new version. Answers with how many were left; fails with NOT_FOUND.
 */
export const undoTagChange = (journal: Journal): TagChangeUndone => {
  const { db } = journal;
  return db.transaction(() => {
    const found = findBulkChange(db, 'tag-merge');
    const items = found === undefined ? [] : listBulkChangeItems(db, found.seq);
    const change = changeIn(items);
    if (found === undefined || change === null) throw new AppError('NOT_FOUND');
    bringBack(journal, change);
    const left = indexInBulk(db, () => putBack(journal, items));
    for (const name of namesIn(change)) deleteUnusedLabel(db, 'tag', name);
    deleteBulkChange(db, found.seq);
    return { left };
  });
};

const namesIn = (change: TagChange): string[] => {
  switch (change.kind) {
    case 'renamed':
      return [change.name, change.to];
    case 'merged':
      return [change.name, change.into];
    case 'removed':
      return [change.name];
  }
};
