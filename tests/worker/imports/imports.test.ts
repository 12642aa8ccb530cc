import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { draftFrom } from '#core/entry';
import type { ImportMapping, ImportPreview } from '#core/import';
import { codeOf } from '#tests/support/finished-vault';
import { tempFolder } from '#tests/support/temp-folder';
import { tempSnapshots } from '#tests/support/temp-snapshots';
import { checkInsOf } from '#worker/services/check-ins';
import { countJournal, pageOfEntries, readEntry, saveEntry } from '#worker/services/entries';
import { importService } from '#worker/services/imports';
import { picturesOfEntry } from '#worker/services/pictures';
import { searchJournal } from '#worker/services/search';
import { listTags } from '#worker/services/tags';

const fixture = (name: string): string => join(import.meta.dirname, '../../fixtures/import', name);
const picture = (name: string): string => join(import.meta.dirname, '../../fixtures/pictures', name);

const importing = async () => {
  const test = await tempSnapshots();
  const progress: string[] = [];
  const service = importService({
    vault: test.vault,
    snapshots: test.service,
    onProgress: ({ phase }) => void progress.push(phase),
  });
  onTestFinished(() => service.close());
  const journal = test.vault.journal();
  const look = (file: string) => service.look({ job: randomUUID(), file, zone: 'Europe/Berlin' });
  const run = (mapping: ImportMapping = { moods: [], activities: [] }) => service.run(randomUUID(), mapping);
  const titles = () => pageOfEntries(journal, { before: null, limit: 200 }).items.map(({ title }) => title);
  return { ...test, service, journal, look, run, titles, progress };
};

/** What Ebb suggests, taken as it is. */
const suggested = ({ moods, activities }: ImportPreview): ImportMapping => ({
  moods: moods.map(({ name, mood }) => ({ name, mood })),
  activities: activities.map(({ name, target }) => ({ name, target })),
});

const written = (name: string, text: string): string => {
  const file = join(tempFolder(), name);
  writeFileSync(file, text);
  return file;
};

const daylio = `full_date,date,weekday,time,mood,activities,note_title,note
2021-09-28,28 September,Tuesday,10:00 pm,rad,"walk 🚶 | tired","A day","It went well."
2021-09-28,28 September,Tuesday,8:00 am,average,"walk 🚶 | music","",""
2021-09-27,27 September,Monday,11:00 pm,blue moon,"","",""
2021-13-45,nonsense,Monday,11:00 pm,rad,"","","lost?"
`;

describe('an import', () => {
  it('tells what is in it before anything is changed', async () => {
    const { look, journal, titles } = await importing();
    const preview = await look(written('daylio.csv', daylio));
    expect(preview).toMatchObject({
      format: 'daylio',
      entries: 1,
      checkIns: 2,
      known: 0,
      from: '2021-09-27',
      to: '2021-09-28',
      badCount: 1,
      bad: [{ line: 5, reason: 'bad-date' }],
    });
    expect(preview.moods).toEqual(
      expect.arrayContaining([
        { name: 'rad', count: 1, mood: 5 },
        { name: 'average', count: 1, mood: 3 },
        { name: 'blue moon', count: 1, mood: null },
      ]),
    );
    expect(preview.activities[0]).toEqual({ name: 'walk 🚶', count: 2, target: 'tag' });
    expect(preview.activities).toContainEqual({ name: 'tired', count: 1, target: 'feeling' });
    expect(titles()).toEqual([]);
    expect(listTags(journal)).toEqual([]);
  });

  it('brings moods and what was done where the person wants them, after a snapshot', async () => {
    const { look, run, journal, names, progress } = await importing();
    const preview = await look(written('daylio.csv', daylio));
    const report = await run(suggested(preview));
    expect(report).toMatchObject({ entries: 1, checkIns: 2, known: 0, badCount: 1 });
    expect(names()).toHaveLength(1);
    expect(progress).toContain('importing');
    const [item] = pageOfEntries(journal, { before: null, limit: 5 }).items;
    if (item === undefined) throw new Error('an entry');
    expect(readEntry(journal, item.id)).toMatchObject({
      title: 'A day',
      mood: 5,
      tags: ['walk 🚶'],
      feelings: ['tired'],
      day: '2021-09-28',
      zone: 'Europe/Berlin',
    });
    const range = { from: item.day, to: item.day };
    expect(checkInsOf(journal, range)).toMatchObject([{ mood: 3, note: 'walk 🚶, music' }]);
    expect(searchJournal(journal, { text: 'tag:walk well', before: null, limit: 5 }).items).toHaveLength(1);
  });

  it('brings nothing twice, not even in another form, and nothing that was deleted since', async () => {
    const { look, run, titles, journal } = await importing();
    const first = await look(fixture('jrnl-sample.json'));
    await run(suggested(first));
    const count = countJournal(journal).kept;
    expect(count).toBe(first.entries);
    expect(await look(fixture('jrnl-sample.json'))).toMatchObject({ entries: 0, known: first.entries });
    const report = await run();
    expect(report).toMatchObject({ entries: 0, known: first.entries });
    const [title = ''] = titles();
    const entry = pageOfEntries(journal, { before: null, limit: 1 }).items[0];
    if (entry === undefined) throw new Error('an entry');
    const { body } = readEntry(journal, entry.id);
    const again = written(
      'again.json',
      JSON.stringify({ entries: [jrnlOf(readFileSync(fixture('jrnl-sample.json'), 'utf8'), title)] }),
    );
    expect(body.type).toBe('doc');
    expect(await look(again)).toMatchObject({ entries: 0, known: 1 });
  });

  it('is undone as one: entries, check-ins, pictures and tags go, and what was changed since stays', async () => {
    const { look, run, service, journal, titles } = await importing();
    const preview = await look(fixture('jrnl-sample.json'));
    await run(suggested(preview));
    expect(service.last()).not.toBeNull();
    const [kept] = pageOfEntries(journal, { before: null, limit: 1 }).items;
    if (kept === undefined) throw new Error('an entry');
    saveEntry(journal, { ...draftFrom(readEntry(journal, kept.id)), title: 'Changed since' });
    expect(service.undo()).toEqual({ left: 1 });
    expect(titles()).toEqual(['Changed since']);
    expect(service.last()).toBeNull();
    expect(await codeOf(() => service.undo())).toBe('NOT_FOUND');
  });

  it('takes pictures along, without what the camera said, upright, and leaves out those that are none', async () => {
    const { look, run, journal, service } = await importing();
    const vault = join(tempFolder(), 'notes');
    mkdirSync(vault);
    cpSync(picture('jpeg-camera.jpg'), join(vault, 'lake.jpg'));
    writeFileSync(join(vault, 'broken.png'), 'no picture');
    writeFileSync(
      join(vault, '2024-05-06.md'),
      '# The lake\n\nBefore.\n\n![Grey water](lake.jpg)\n\n![Gone](broken.png)\n\n![](nowhere.png)\n\nAfter.\n',
    );
    const preview = await look(vault);
    expect(preview).toMatchObject({ format: 'markdown', entries: 1 });
    const report = await run();
    expect(report).toMatchObject({ entries: 1, pictures: 1 });
    expect(report.bad.map(({ reason }) => reason)).toContain('missing-picture');
    const [item] = pageOfEntries(journal, { before: null, limit: 5 }).items;
    if (item === undefined) throw new Error('an entry');
    const stored = picturesOfEntry(journal, item.id);
    expect(stored).toMatchObject([{ mediaType: 'image/jpeg', deletedAt: null }]);
    const [only] = stored;
    // It was held sideways.
    expect((only?.height ?? 0) > (only?.width ?? 0)).toBe(true);
    expect(JSON.stringify(readEntry(journal, item.id).body)).toContain(String(only?.id));
    service.undo();
    expect(countJournal(journal)).toEqual({ kept: 0, bin: 0 });
    expect(picturesOfEntry(journal, item.id)).toEqual([]);
  });

  it('needs to have been looked at, and forgets what it read', async () => {
    const { look, run, service } = await importing();
    expect(await codeOf(() => run())).toBe('NOT_FOUND');
    await look(fixture('jrnl-sample.json'));
    await service.forget();
    expect(await codeOf(() => run())).toBe('NOT_FOUND');
  });

  it('says what it cannot read', async () => {
    const { look } = await importing();
    expect(await codeOf(() => look(written('x.csv', '')))).toBe('IMPORT_EMPTY');
    expect(await codeOf(() => look(written('x.bin', '\u0000\u0001\u0002')))).toBe('IMPORT_UNKNOWN');
  });
});

/** One entry of a jrnl export, by its title, with spaces at its end: the same words all the same. */
const jrnlOf = (text: string, title: string): object => {
  const { entries } = JSON.parse(text) as { entries: { title: string; body: string }[] };
  const found = entries.find((entry) => entry.title === title) ?? entries[0];
  return { ...found, body: `${found?.body} ` };
};
