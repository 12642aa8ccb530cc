import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { cleanPicture } from '#core/clean-picture';
import type { Document } from '#core/document';
import { draftFrom } from '#core/entry';
import { sayOrientation } from '#core/jpeg-orientation';
import type { RecordId } from '#core/record';
import { anEntry, anId } from '#tests/support/builders';
import { codeOf } from '#tests/support/finished-vault';
import { tempJournal, testClock } from '#tests/support/temp-journal';
import type { Journal } from '#worker/journal';
import { findAttachment, updateAttachment } from '#worker/repositories/attachment';
import { findTombstone } from '#worker/repositories/tombstone';
import { purgeBin } from '#worker/services/bin';
import { binEntry, saveEntry } from '#worker/services/entries';
import { addPicture, copyPicture, picturesOfEntry, readPicture } from '#worker/services/pictures';
import { revisionsOf, takeBackRevision } from '#worker/services/revisions';

const DAY_MS = 86_400_000;
const fixture = (name: string): Uint8Array =>
  Uint8Array.from(readFileSync(join(import.meta.dirname, '../fixtures/pictures', name)));

const pageWith = (...ids: readonly RecordId[]): Document => ({
  type: 'doc',
  content: [
    { type: 'paragraph', content: [{ type: 'text', text: 'At the lake.' }] },
    ...ids.map((id) => ({ type: 'image' as const, attrs: { id, caption: 'The jetty', alt: 'Grey water' } })),
  ],
});

const add = (journal: Journal, entry: RecordId, name = 'jpeg-camera.jpg'): RecordId =>
  addPicture(journal, { id: anId(), entry, name, bytes: fixture(name), thumbnail: null }).id;

/** An entry with one picture on its page. */
const illustrated = () => {
  const clock = testClock();
  const journal = tempJournal(clock);
  const draft = anEntry();
  const id = add(journal, draft.id);
  const entry = saveEntry(journal, { ...draft, body: pageWith(id) });
  const stored = () => picturesOfEntry(journal, entry.id).find((picture) => picture.id === id);
  const later = (days: number): void => clock.set(clock.now() + days * DAY_MS);
  return { clock, journal, entry, id, stored, later };
};

describe('a picture', () => {
  it('is stored without anything but what shows it and how it is to be turned, and comes back byte for byte', () => {
    const journal = tempJournal();
    const bytes = fixture('jpeg-camera.jpg');
    const cleaned = cleanPicture(bytes);
    if (!cleaned.ok) throw new Error(cleaned.reason);
    expect(cleaned.orientation).toBe(6);
    const expected = sayOrientation(cleaned.bytes, cleaned.orientation);
    const added = addPicture(journal, { id: anId(), entry: anId(), name: 'IMG_1.jpg', bytes, thumbnail: null });
    expect(added).toMatchObject({
      mediaType: 'image/jpeg',
      // A quarter turn.
      width: cleaned.height,
      height: cleaned.width,
      size: expected.length,
      sha256: createHash('sha256').update(expected).digest('hex'),
    });
    const read = readPicture(journal, { id: added.id, size: 'full' });
    expect(Buffer.from(read.bytes).equals(Buffer.from(expected))).toBe(true);
    expect(Buffer.from(read.bytes).includes('EbbCam 3000')).toBe(false);
    // Whoever reads it knows how to turn it, and finds nothing else.
    const again = cleanPicture(read.bytes);
    expect(again).toMatchObject({ ok: true, orientation: 6 });
    expect(again.ok && Buffer.from(again.bytes).equals(Buffer.from(cleaned.bytes))).toBe(true);
  });

  it('that lies as it is says nothing of how it is to be turned', () => {
    const journal = tempJournal();
    const bytes = fixture('jpeg-plain.jpg');
    const { id } = addPicture(journal, { id: anId(), entry: anId(), name: 'x.jpg', bytes, thumbnail: null });
    expect(Buffer.from(readPicture(journal, { id, size: 'full' }).bytes).includes('Exif')).toBe(false);
  });

  it('has a small one that stands for it, or itself where there is none', () => {
    const journal = tempJournal();
    const small = fixture('gif-plain.gif');
    const id = anId();
    addPicture(journal, { id, entry: anId(), name: 'x', bytes: fixture('jpeg-camera.jpg'), thumbnail: small });
    expect(readPicture(journal, { id, size: 'thumbnail' }).mediaType).toBe('image/gif');
    const bare = add(journal, anId());
    expect(readPicture(journal, { id: bare, size: 'thumbnail' }).mediaType).toBe('image/jpeg');
  });

  it.each([
    ['nothing', new Uint8Array(0), 'empty'],
    ['words', Buffer.from('<script>alert(1)</script>'), 'not-a-picture'],
    ['half of itself', fixture('jpeg-camera.jpg').subarray(0, 900), 'damaged'],
    ['one of a kind that cannot be shown', fixture('other-heic.heic'), 'unsupported'],
  ])('of %s is refused and nothing is stored', async (_, bytes, picture) => {
    const journal = tempJournal();
    const entry = anId();
    const adding = () => addPicture(journal, { id: anId(), entry, name: 'x.jpg', bytes, thumbnail: null });
    expect(adding).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', fields: { picture } }));
    expect(picturesOfEntry(journal, entry)).toEqual([]);
  });

  it('never takes the place of another', async () => {
    const { journal, entry, id } = illustrated();
    const again = { id, entry: entry.id, name: 'y', bytes: fixture('gif-plain.gif'), thumbnail: null };
    expect(await codeOf(() => addPicture(journal, again))).toBe('CONFLICT');
    expect(readPicture(journal, { id, size: 'full' }).mediaType).toBe('image/jpeg');
    expect(await codeOf(() => readPicture(journal, { id: anId(), size: 'full' }))).toBe('NOT_FOUND');
  });

  it('can be copied to another entry, and then each goes its own way', async () => {
    const { journal, entry, id } = illustrated();
    const other = saveEntry(journal, anEntry());
    const copy = copyPicture(journal, { id, entry: other.id, copy: anId() });
    expect(copy).toMatchObject({ entry: other.id, mediaType: 'image/jpeg' });
    expect(Buffer.from(readPicture(journal, { id: copy.id, size: 'full' }).bytes)).toEqual(
      Buffer.from(readPicture(journal, { id, size: 'full' }).bytes),
    );
    expect(picturesOfEntry(journal, entry.id)).toHaveLength(1);
    expect(await codeOf(() => copyPicture(journal, { id: anId(), entry: other.id, copy: anId() }))).toBe('NOT_FOUND');
  });
});

describe('the pictures of a page', () => {
  test('have the words that the page gives them', () => {
    expect(illustrated().stored()).toMatchObject({ caption: 'The jetty', alt: 'Grey water', deletedAt: null });
  });

  test('are let go of when the page no longer shows them, and come back when it does', () => {
    const { journal, entry, id, stored } = illustrated();
    const without = saveEntry(journal, { ...draftFrom(entry), body: pageWith() });
    expect(stored()?.deletedAt).not.toBeNull();
    // Undo in the editor shows it again before anything is saved.
    expect(readPicture(journal, { id, size: 'full' }).bytes.length).toBeGreaterThan(0);
    saveEntry(journal, { ...draftFrom(without), body: pageWith(id) });
    expect(stored()?.deletedAt).toBeNull();
  });

  test('that nothing has shown for 30 days go for good, and leave word of it', () => {
    const { journal, entry, id, stored, later } = illustrated();
    saveEntry(journal, { ...draftFrom(entry), body: pageWith() });
    later(29);
    purgeBin(journal);
    expect(stored()).toBeDefined();
    later(2);
    purgeBin(journal);
    expect(stored()).toBeUndefined();
    expect(findTombstone(journal.db, id)).toMatchObject({ kind: 'attachment' });
  });

  test('stay where the page shows them, whatever was said of them elsewhere', () => {
    const { journal, id, stored, later } = illustrated();
    const found = findAttachment(journal.db, id);
    if (found === undefined) throw new Error('a picture');
    updateAttachment(journal.db, { ...found.attachment, deletedAt: 1 });
    later(40);
    purgeBin(journal);
    expect(stored()).toBeDefined();
  });

  test('stay as long as an earlier state shows them, which then can be taken back', () => {
    const { journal, entry, stored, later, id } = illustrated();
    later(1);
    const changed = saveEntry(journal, { ...draftFrom(entry), body: pageWith() });
    later(60);
    purgeBin(journal);
    const [revision] = revisionsOf(journal, entry.id);
    if (revision === undefined) throw new Error('an earlier state');
    takeBackRevision(journal, { id: entry.id, baseVersion: changed.version, revision: revision.version });
    expect(stored()?.deletedAt).toBeNull();
    expect(readPicture(journal, { id, size: 'full' }).bytes.length).toBeGreaterThan(0);
  });

  test('of an entry that was never stored go after 30 days', () => {
    const clock = testClock();
    const journal = tempJournal(clock);
    const entry = anId();
    add(journal, entry);
    clock.set(clock.now() + 29 * DAY_MS);
    purgeBin(journal);
    expect(picturesOfEntry(journal, entry)).toHaveLength(1);
    clock.set(clock.now() + 2 * DAY_MS);
    purgeBin(journal);
    expect(picturesOfEntry(journal, entry)).toEqual([]);
  });

  test('go with their entry', () => {
    const { journal, entry, later } = illustrated();
    binEntry(journal, entry.id);
    later(31);
    purgeBin(journal);
    expect(picturesOfEntry(journal, entry.id)).toEqual([]);
  });
});
