import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { callFrom, discard, electronUnder, freshFolder, launch, type RunningApp } from './launch';
import { createJournal, leaveField, lock, PASSPHRASE, unlock, writeEntry } from './main-job';

const SIZE = 8 * 1024 * 1024;

/** The app with its journals on a disk of 8 MB that only it can see. */
const onSmallDisk = async () => {
  const folder = freshFolder('small-disk');
  const userData = join(folder, 'user');
  const journals = join(userData, 'journals');
  mkdirSync(journals, { recursive: true });
  const asRoot = process.getuid?.() === 0 ? '' : '--map-root-user';
  const inside = `mount -t tmpfs -o size=${SIZE} tmpfs "$0" && exec "$@"`;
  const executable = electronUnder(folder, `exec unshare ${asRoot} --mount sh -c '${inside}' '${journals}'`);
  const running = await launch({ userData, executable });
  return { ...running, journals, end: () => discard(folder) };
};

/** Writes until not one byte more fits; not before the first snapshot is taken, which would make room again when it fails. */
const fill = async ({ app, page }: Pick<RunningApp, 'app' | 'page'>, folder: string): Promise<void> => {
  const taken = async (): Promise<number> => {
    const listed = await callFrom(page, 'snapshots.list', {});
    return listed.ok ? listed.value.snapshots.length : 0;
  };
  await expect.poll(taken).toBeGreaterThan(0);
  await app.evaluate((_, path) => {
    const fs = process.getBuiltinModule('node:fs');
    const fits = (piece: Uint8Array): boolean => {
      try {
        fs.appendFileSync(`${path}/filler`, piece);
        return true;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false;
        throw error;
      }
    };
    for (let bytes = 1024 * 1024; bytes >= 1; bytes /= 2) {
      const piece = new Uint8Array(bytes).fill(1);
      while (fits(piece));
    }
  }, folder);
};

const free = ({ app }: Pick<RunningApp, 'app'>, folder: string): Promise<void> =>
  app.evaluate((_, path) => process.getBuiltinModule('node:fs').unlinkSync(`${path}/filler`), folder);

const pageText = ({ page }: Pick<RunningApp, 'page'>) => page.getByRole('textbox', { name: 'Your page' });
const hint = ({ page }: Pick<RunningApp, 'page'>) =>
  page.getByText('Some words could not be written before Ebb locked');

test('on a full disk words stay on the screen, survive locking, and are written once there is room', async () => {
  const running = await onSmallDisk();
  const { page } = running;
  await createJournal(page);
  await writeEntry(page, 'The last page', 'What was written before.');
  await fill(running, running.journals);
  await pageText(running).click();
  await page.keyboard.press('Control+End');
  // More than is left in what the journal has already taken of the disk.
  const flood = `And this on top of it. ${'flood '.repeat(4000)}`;
  await page.keyboard.insertText(flood);
  await expect(page.getByText('The disk is full.')).toBeVisible();
  await expect(page.getByText('Not saved yet')).toBeVisible();

  await lock(page);
  await expect(hint(running)).toBeVisible();
  await unlock(page);
  await expect(page.getByText('Some words could not be written yet.')).toBeVisible();

  await free(running, running.journals);
  await page
    .getByRole('complementary', { name: 'About this journal' })
    .getByRole('button', { name: 'Try again' })
    .click();
  await expect(page.getByText('The words that could not be written are saved now.').first()).toBeVisible();
  await lock(page);
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
  await expect(hint(running)).toBeHidden();
  await unlock(page);
  await page.keyboard.press('2');
  await page.getByRole('option', { name: 'The last page' }).click();
  await expect(pageText(running)).toContainText('What was written before.And this on top of it. flood');
  await running.app.close();
  running.end();
});

test('closing on a full disk asks first, can be taken back, and says what would be lost', async () => {
  const running = await onSmallDisk();
  const { app, page } = running;
  await createJournal(page);
  await writeEntry(page, 'The last page', 'What was written before.');
  await fill(running, running.journals);
  await pageText(running).click();
  await page.keyboard.insertText('flood '.repeat(4000));
  await expect(page.getByText('Not saved yet')).toBeVisible();

  const closeWindow = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await closeWindow();
  const question = page.getByRole('alertdialog', { name: 'Some words are not saved yet' });
  await expect(question).toBeVisible();
  await question.getByRole('button', { name: 'Try again' }).click();
  await expect(question.getByText('Still not written.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(pageText(running)).toContainText('flood');

  // Locked, too, it asks before it ends.
  await leaveField(page);
  await lock(page);
  await expect(hint(running)).toBeVisible();
  await closeWindow();
  await expect(question).toContainText('unlock your journal');
  await question.getByRole('button', { name: 'Keep Ebb open' }).click();

  await unlock(page);
  await free(running, running.journals);
  await closeWindow();
  await app.waitForEvent('close');
  running.end();
});

test('a key that there is no room to change stays as it is, wherever the room ends, and is changed once there is', async () => {
  test.setTimeout(300_000);
  const small = await onSmallDisk();
  const { app, page, journals } = small;
  await createJournal(page);
  await writeEntry(page, 'The first page', 'It began with rain.');
  const inside = (path: string): Promise<string[]> =>
    app.evaluate((_, folder) => process.getBuiltinModule('node:fs').readdirSync(folder), path);
  const [journal = ''] = (await inside(journals)).filter((name) => name !== 'index.json');
  const leave = (bytes: number): Promise<void> =>
    app.evaluate(
      (_, [path, room]) => {
        const fs = process.getBuiltinModule('node:fs');
        fs.truncateSync(path, Math.max(0, fs.statSync(path).size - room));
      },
      [join(journals, 'filler'), bytes] as const,
    );
  const change = () => callFrom(page, 'vault.changeKey', { job: randomUUID() });

  expect(await callFrom(page, 'vault.prepareKeyChange', { passphrase: PASSPHRASE })).toMatchObject({ ok: true });
  expect(await callFrom(page, 'vault.settleRecoveryKey', { keep: true })).toMatchObject({ ok: true });
  const taken = await app.evaluate(
    (_, file) => process.getBuiltinModule('node:fs').statSync(file).size,
    join(journals, journal, 'journal.db'),
  );
  // Of a backup, the copy, and the first backup of that.
  for (const share of [0, 0.5, 1.5, 2.5]) {
    const room = Math.floor(share * taken);
    await fill(small, journals);
    await leave(room);
    expect(await change()).toMatchObject({ ok: false, error: { code: 'DISK_FULL' } });
    const left = (await inside(journals)).filter((name) => !name.startsWith('index.json') && name !== 'filler');
    expect(left).toEqual([journal]);
    await free(small, journals);
    // What was stopped has not kept the journal from being written to.
    expect(await callFrom(page, 'profile.save', { name: `after ${room}` })).toMatchObject({ ok: true });
  }
  expect(await change()).toMatchObject({ ok: true });
  await callFrom(page, 'shell.lock', {});
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible({ timeout: 30_000 });
  await unlock(page);
  await leaveField(page);
  await page.keyboard.press('2');
  await expect(page.getByRole('option', { name: 'The first page' })).toBeVisible();
  expect((await inside(journals)).filter((name) => /^[0-9a-f-]{36}$/.test(name))).toHaveLength(2);
  await app.close();
  small.end();
});
