import { randomUUID } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ActorCall, type ActorLine, type ActorStep, act } from '#tests/faults/support/act';
import { NEW, OLD, open, originalJournal, unlock } from '#tests/faults/support/journals';
import { onSmallDisk } from '#tests/faults/support/small-disk';
import { anEntry, anId } from '#tests/support/builders';
import { noteFault } from '#tests/support/how-often';
import { readEntry } from '#worker/services/entries';

const { original, copied } = originalJournal();

const save = (): ActorCall => ({ method: 'entries.save', input: anEntry({ text: 'as it was typed' }) });
const take = (): ActorCall => ({ method: 'snapshots.take', input: { job: randomUUID() } });
const change = { method: 'vault.changePassphrase', input: { current: OLD, next: NEW } } as const;
const draft = (): ActorCall => {
  const [began, ended] = [
    { day: null, minutes: null },
    { day: null, minutes: null },
  ];
  const about = { record: anId(), baseVersion: null, cause: 'other', note: 'as it was typed' } as const;
  return { method: 'drafts.keep', input: { id: anId(), content: { form: 'run', ...about, began, ended } } };
};
const count = { method: 'entries.count', input: {} } as const;

const status = { method: 'vault.status', input: {} } as const;
/** Root may look at everything, unless it gives that up. */
const withoutPrivileges = process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search'] : [];

const codesOf = (lines: readonly ActorLine[]): string[] =>
  lines.flatMap((line) => ('method' in line ? [line.result.ok ? 'done' : line.result.error.code] : []));

const listedIn = (lines: readonly ActorLine[]): string[] =>
  lines.flatMap((line) => ('listed' in line ? line.listed : []));

/** A journal that is open, and where it lies. */
const aJournal = () => {
  const home = copied();
  return { home, folder: join(home, basename(original.folder)), away: join(home, '..', 'away') };
};

describe('while a journal is open, its folder', () => {
  it('is moved away: nothing is taken in that nobody would find, and all is saved once it is back', async () => {
    const { home, folder, away } = aJournal();
    const lost = save();
    const gone: readonly ActorStep[] = [lost, draft(), take(), change, count, { list: home }];
    const calls = [
      unlock,
      { run: `mv '${folder}' '${away}'` },
      ...gone,
      { run: `mv '${away}' '${folder}'` },
      lost,
      take(),
    ];
    const { lines } = await act({ home, calls, goOn: true });
    expect(codesOf(lines)).toEqual(['done', ...Array(4).fill('FOLDER_MISSING'), 'done', 'done', 'done']);
    // No other folder was begun in its place.
    expect(listedIn(lines)).toEqual(['index.json']);
    const { vault, snapshots } = await open(home);
    await vault.unlock(OLD);
    expect(readEntry(vault.journal(), (lost.input as ReturnType<typeof anEntry>).id).wordCount).toBe(4);
    expect(snapshots.list().snapshots.length).toBeGreaterThanOrEqual(2);
    vault.close();
    noteFault('the folder is moved away while a journal is open', 1, '0: told, and saved once it is back');
  }, 120_000);

  it('is removed: nothing is taken in any more, and what is open can still be read', async () => {
    const { home, folder } = aJournal();
    const calls: readonly ActorStep[] = [unlock, { run: `rm -rf '${folder}'` }, save(), take(), count, { list: home }];
    const { lines } = await act({ home, calls, goOn: true });
    expect(codesOf(lines)).toEqual(['done', 'FOLDER_MISSING', 'FOLDER_MISSING', 'done']);
    expect(listedIn(lines)).toEqual(['index.json']);
    noteFault('the folder is removed while a journal is open', 1, '0: told');
  }, 120_000);

  it('loses the file of the pages alone: that is told, nothing is taken in, and all is saved once it is back', async () => {
    const { home, folder } = aJournal();
    const [file, lost] = [join(folder, 'journal.db'), save()];
    const calls: readonly ActorStep[] = [
      unlock,
      { run: `mv '${file}' '${file}.moved'` },
      lost,
      draft(),
      take(),
      count,
      { list: folder },
      { run: `mv '${file}.moved' '${file}'` },
      lost,
      take(),
      { run: `rm '${file}'` },
      save(),
      unlock,
    ];
    const { lines } = await act({ home, calls, goOn: true });
    const missing = 'DATABASE_MISSING';
    expect(codesOf(lines)).toEqual(['done', missing, missing, missing, 'done', 'done', 'done', missing, missing]);
    // No other file was begun in its place.
    expect(listedIn(lines)).not.toContain('journal.db');
    noteFault(
      'the file of the pages is moved away or removed while a journal is open',
      1,
      '0: told, and saved once back',
    );
  }, 120_000);

  it('lies on a drive that is taken out: told, and there as it was when the drive is back', async () => {
    const { home } = aJournal();
    const lost = save();
    const calls: readonly ActorStep[] = [
      unlock,
      save(),
      { run: `mkdir '${home}.other' && mount --move '${home}' '${home}.other'` },
      lost,
      take(),
      { run: `mount --move '${home}.other' '${home}'` },
      lost,
      count,
    ];
    const { lines } = await act({ home, calls, goOn: true, under: onSmallDisk(home) });
    expect(codesOf(lines)).toEqual(['done', 'done', 'FOLDER_MISSING', 'FOLDER_MISSING', 'done', 'done']);
    noteFault('the drive is taken out while a journal is open', 1, '0: told, and saved once it is back');
  }, 120_000);

  it('becomes read-only: told wherever something new would be written there, and done once it may be', async () => {
    const { home } = aJournal();
    const calls: readonly ActorStep[] = [
      { run: `mount -o remount,ro '${home}'` },
      unlock,
      { run: `mount -o remount,rw '${home}'` },
      unlock,
      // What is open for writing stays so.
      { run: `mount --bind '${home}' '${home}' && mount -o remount,ro,bind '${home}'` },
      take(),
      change,
      save(),
      count,
      { run: `umount '${home}'` },
      take(),
      change,
    ];
    const { lines } = await act({ home, calls, goOn: true, under: onSmallDisk(home) });
    expect(codesOf(lines)).toEqual(['READ_ONLY', 'done', 'READ_ONLY', 'READ_ONLY', 'done', 'done', 'done', 'done']);
    noteFault('the folder becomes read-only before a journal is opened, or while it is', 1, '0: told');
  }, 120_000);

  it('has backups that may not be looked at: told where they are asked for, and everything else goes on', async () => {
    const { home, folder } = aJournal();
    const backups = join(folder, 'snapshots');
    const words = save();
    const calls: readonly ActorStep[] = [
      unlock,
      { run: `chmod 000 '${backups}'` },
      status,
      { method: 'unsaved.keep', input: { calls: [{ method: 'entries.save', input: JSON.stringify(words.input) }] } },
      { method: 'unsaved.list', input: {} },
      words,
      change,
      take(),
      { run: `chmod 700 '${backups}'` },
      take(),
      status,
    ];
    const { lines } = await act({ home, calls, goOn: true, under: withoutPrivileges });
    expect(codesOf(lines)).toEqual(['done', 'done', 'done', 'done', 'done', 'done', 'READ_ONLY', 'done', 'done']);
    noteFault('the backups of an open journal may not be looked at', 1, '0: told, and done once they may');
  }, 120_000);

  it('has backups that may not be looked at before it is opened: it opens', async () => {
    const { home, folder } = aJournal();
    const backups = join(folder, 'snapshots');
    const calls: readonly ActorStep[] = [{ run: `chmod 000 '${backups}'` }, status, unlock, count];
    const { lines } = await act({ home, calls, goOn: true, under: withoutPrivileges });
    expect(codesOf(lines)).toEqual(['done', 'done', 'done']);
    chmodSync(backups, 0o700);
  }, 120_000);
});
