import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Block, type Document, documentText, picturesOf } from '#core/document';
import type { Entry } from '#core/entry';
import type { RecordId } from '#core/record';
import { anEntry, anId } from '#tests/support/builders';
import { codeOf } from '#tests/support/finished-vault';
import { attach } from '#tests/support/temp-exports';
import { tempInside, traceOf } from '#tests/support/temp-inside';
import { findAttachment, findPiece, PIECE_BYTES } from '#worker/repositories/attachment';
import { deleteEntry } from '#worker/repositories/entry';
import { findTombstone, insertTombstone } from '#worker/repositories/tombstone';
import { binEntry, countJournal, readEntry, restoreEntry, saveEntry } from '#worker/services/entries';
import { revisionsOf } from '#worker/services/revisions';
import { searchJournal } from '#worker/services/search';

const old = {
  title: 'The river',
  text: 'It was slow and grey.',
  mood: 2 as const,
  tags: ['water', 'evening'],
  feelings: ['calm'],
};

const textOf = ({ body }: { readonly body: Document }): string => documentText(body);

const hashOf = (...parts: Uint8Array[]): string => createHash('sha256').update(Buffer.concat(parts)).digest('hex');

/** A journal with one entry, and a snapshot of it that is open. */
const looking = async () => {
  const test = await tempInside();
  const journal = test.vault.journal();
  const written = anEntry(old);
  const picture = Buffer.alloc(PIECE_BYTES + 10, 7);
  const { id: shown } = attach(journal, written.id, { bytes: picture, thumbnail: Uint8Array.of(1, 2) });
  const image: Block = { type: 'image', attrs: { id: shown, caption: '', alt: 'a river' } };
  const draft = { ...written, body: { ...written.body, content: [...written.body.content, image] } };
  const before = saveEntry(journal, draft);
  const { name } = await test.take();
  await test.open(name);
  test.later(1000);
  const change = (words: { title?: string; text?: string; tags?: string[] }): Entry => {
    const { version } = readEntry(journal, draft.id);
    return saveEntry(journal, { ...anEntry({ ...old, ...words }), id: draft.id, baseVersion: version });
  };
  const copyBack = (asNew = false) => test.inside.copyBack(name, { id: draft.id, asNew });
  /** The SHA-256 of each picture that the page of an entry shows, as its pieces make it. */
  const piecesOf = (id: RecordId): string[] =>
    picturesOf(readEntry(journal, id).body).map(({ id: shown }) => {
      const { seq, attachment } = findAttachment(journal.db, shown) ?? { seq: -1, attachment: null };
      expect(attachment).toMatchObject({ entry: id, deletedAt: null });
      return hashOf(...[0, 1].map((piece) => findPiece(journal.db, seq, piece) ?? Buffer.from('nothing')));
    });
  return { ...test, journal, id: draft.id, before, picture: hashOf(picture), name, change, copyBack, piecesOf };
};

/** What makes an entry this one, without what every change gives it anew. */
const same = ({ version: _, updatedAt: __, deletedAt: ___, ...rest }: Entry) => rest;

describe('copying an entry back', () => {
  it('brings one that is gone back with its id, date, labels, mood, earlier states and pictures', async () => {
    const test = await looking();
    const { journal, id, before } = test;
    deleteEntry(journal.db, id);
    insertTombstone(journal.db, { id, kind: 'entry', version: journal.newVersion(before.version) });
    const gone = findTombstone(journal.db, id);
    const { entry, before: nothing } = test.copyBack();
    expect(nothing).toBeNull();
    expect(same(entry)).toEqual(same(before));
    expect(entry.deletedAt).toBeNull();
    expect(entry.version > (gone?.version ?? '')).toBe(true);
    expect(findTombstone(journal.db, id)).toBeUndefined();
    expect(test.piecesOf(id)).toEqual([test.picture]);
    expect(searchJournal(journal, { text: 'slow grey', before: null, limit: 5 }).items).toHaveLength(1);
    expect(test.inside.get(test.name, id).now).toBe('same');
  });

  it('brings the earlier states of one that is gone back as well', async () => {
    const test = await tempInside();
    const journal = test.vault.journal();
    const draft = anEntry(old);
    const first = saveEntry(journal, draft);
    test.later(6 * 60_000);
    saveEntry(journal, { ...anEntry({ ...old, text: 'later words' }), id: draft.id, baseVersion: first.version });
    const { name } = await test.take();
    await test.open(name);
    deleteEntry(journal.db, draft.id);
    test.inside.copyBack(name, { id: draft.id, asNew: false });
    expect(revisionsOf(journal, draft.id).map(textOf)).toEqual([old.text]);
  });

  it('takes one out of the bin as it was, and keeps the words that it had there', async () => {
    const test = await looking();
    const { journal, id } = test;
    test.change({ title: 'New', text: 'quite other words', tags: ['later'] });
    binEntry(journal, id);
    const binned = readEntry(journal, id);
    const { entry, before } = test.copyBack();
    expect(before).toEqual(binned);
    expect(same(entry)).toEqual(same(test.before));
    expect(entry.deletedAt).toBeNull();
    expect(revisionsOf(journal, id)).toMatchObject([{ reason: 'restore', title: 'New' }]);
    expect(test.piecesOf(id)).toEqual([test.picture]);
    expect(countJournal(journal)).toEqual({ kept: 1, bin: 0 });
  });

  it('gives one that differs its old words, and keeps those that stood there', async () => {
    const test = await looking();
    const { journal, id } = test;
    const present = test.change({ title: 'New', text: 'quite other words', tags: ['later'] });
    const { entry, before } = test.copyBack();
    expect(before).toEqual(present);
    expect([entry.title, textOf(entry), entry.tags]).toEqual(['The river', old.text, ['later']]);
    const [kept] = revisionsOf(journal, id);
    expect(kept).toMatchObject({ reason: 'restore', title: 'New' });
    expect(kept && textOf(kept)).toBe('quite other words');
    // What was there is there again by an ordinary save.
    saveEntry(journal, { ...anEntry(), ...pick(present), baseVersion: entry.version });
    expect(same(readEntry(journal, id))).toEqual(same(present));
  });

  it('or makes a new entry of it, beside the one that is there', async () => {
    const test = await looking();
    const { journal, id } = test;
    const present = test.change({ text: 'quite other words' });
    const { entry, before } = test.copyBack(true);
    expect(before).toBeNull();
    expect(entry.id).not.toBe(id);
    expect([entry.at, entry.day, entry.mood, textOf(entry)]).toEqual([present.at, present.day, 2, old.text]);
    expect(test.piecesOf(entry.id)).toEqual([test.picture]);
    expect(readEntry(journal, id)).toEqual(present);
  });

  it('changes nothing where the same words stand there already', async () => {
    const { copyBack, journal, id, before } = await looking();
    expect(copyBack()).toEqual({ entry: before, before });
    expect(readEntry(journal, id)).toEqual(before);
    expect(revisionsOf(journal, id)).toEqual([]);
  });

  it('can be undone: what came back goes into the bin, and comes back from there whole', async () => {
    const test = await looking();
    const { journal, id } = test;
    deleteEntry(journal.db, id);
    test.copyBack();
    binEntry(journal, id);
    expect(test.inside.get(test.name, id).now).toBe('bin');
    restoreEntry(journal, id);
    expect(test.piecesOf(id)).toEqual([test.picture]);
  });

  it('writes nothing into the snapshot, and knows no entry that is not in it', async () => {
    const test = await looking();
    const files = traceOf(test.folder);
    test.change({ text: 'quite other words' });
    test.copyBack();
    test.copyBack(true);
    expect(await codeOf(() => test.inside.copyBack(test.name, { id: anId(), asNew: false }))).toBe('NOT_FOUND');
    expect(traceOf(test.folder)).toEqual(files);
  });
});

const pick = ({ id, at, zone, title, body, kind, mood, tags, feelings }: Entry) => ({
  id,
  at,
  zone,
  title,
  body,
  kind,
  mood,
  tags,
  feelings,
});
