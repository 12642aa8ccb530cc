import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { pressOn, typeInto } from './keyboard';
import { discard, electronUnder, freshFolder, launch, type RunningApp } from './launch';
import {
  addGoal,
  answered,
  checkIn,
  chooseFile,
  createJournal,
  exportJournal,
  leaveField,
  lock,
  restoreJournal,
  searchFor,
  unlock,
  writeEntry,
} from './main-job';
import { findTraces } from './traces';

/** Words that occur nowhere else, one for each place where a person types. */
const canaries = {
  passphrase: 'zqpassphrase-canary walrus seven',
  wrong: 'zqwrong-canary walrus seven',
  entry: 'zqentry-canary-in-the-text',
  title: 'zqtitle-canary-above-it',
  search: 'zqsearch-canary-never-found',
  note: 'zqnote-canary-in-a-check-in',
  half: 'zqhalf-canary-never-saved',
  exportPassphrase: 'zqexport-canary lantern nine',
};

/** A home of its own for one run, so that every file the app could write lies under it. */
const ownHome = () => {
  const home = freshFolder('home');
  const folder = (name: string): string => {
    const made = join(home, name);
    mkdirSync(made);
    return made;
  };
  const env = {
    HOME: home,
    TMPDIR: folder('tmp'),
    XDG_CONFIG_HOME: folder('config'),
    XDG_CACHE_HOME: folder('cache'),
    XDG_DATA_HOME: folder('data'),
  };
  return { home, env, userData: folder('user') };
};

const typeCanaries = async ({ app, page }: RunningApp, home: string): Promise<void> => {
  await createJournal(page, canaries.passphrase);
  await writeEntry(page, canaries.title, canaries.entry);
  await searchFor(page, canaries.search);
  await checkIn(page, canaries.note);
  await addGoal(page);
  await chooseFile(app, join(home, 'backup.ebb.age'));
  await exportJournal(page, canaries.exportPassphrase);
  await lock(page);
  await typeInto(page, page.getByLabel('Passphrase', { exact: true }), canaries.wrong);
  await page.keyboard.press('Enter');
  await answered(page);
  await page.getByLabel('Passphrase', { exact: true }).clear();
  await unlock(page, canaries.passphrase);
  await leaveField(page);
  await page.keyboard.press('c');
  await pressOn(page, page.getByRole('button', { name: 'Sleep, energy, confidence, note, time' }));
  await page.getByRole('form', { name: 'Check in' }).getByRole('textbox', { name: 'Note' }).fill(canaries.half);
};

test.describe('no word lies readable on the disk', () => {
  for (const [how, end] of [
    ['after quitting', async ({ app }: RunningApp) => app.close()],
    [
      'after kill -9',
      async ({ app }: RunningApp) => {
        const gone = once(app.process(), 'exit');
        app.process().kill('SIGKILL');
        await gone;
      },
    ],
  ] as const) {
    test(how, async () => {
      const { home, env, userData } = ownHome();
      const running = await launch({ userData, env });
      await typeCanaries(running, home);
      await end(running);
      expect(findTraces([home], Object.values(canaries))).toEqual([]);
      // The search itself must be able to find: the file names of the vault stand in its index in plain text.
      expect(findTraces([home], ['exportVerifiedAt']).length).toBeGreaterThan(0);
      discard(home);
    });
  }
});

test('nothing is sent anywhere through the whole main job', async () => {
  test.setTimeout(600_000);
  const { home, env, userData } = ownHome();
  const log = join(home, 'strace.log');
  const executable = electronUnder(home, `exec strace -f -qq -e trace=connect,sendto,sendmsg,sendmmsg -o '${log}'`);
  const running = await launch({ userData, env, executable });
  await typeCanaries(running, home);
  await chooseFile(running.app, join(home, 'backup.ebb.age'));
  await lock(running.page);
  await restoreJournal(running.page, canaries.exportPassphrase);
  await running.app.close();
  const calls = readFileSync(log, 'utf8').split('\n');
  expect(calls.filter((call) => call.includes('AF_UNIX')).length).toBeGreaterThan(0);
  const outside = calls.filter(
    (call) => /AF_INET6?\b/.test(call) && !/inet_addr\("127\.\d+\.\d+\.\d+"\)|inet_pton\(AF_INET6, "::1"/.test(call),
  );
  expect(outside).toEqual([]);
  discard(home);
});

test('the whole main job works where there is no network at all', async () => {
  test.setTimeout(300_000);
  const inside = `ip link set lo up && exec '${process.execPath}' node_modules/@playwright/test/cli.js test --config build/playwright.config.ts --project=offline`;
  const asRoot = process.getuid?.() === 0 ? [] : ['--map-root-user'];
  const child = spawn('unshare', [...asRoot, '--net', 'sh', '-c', inside], { stdio: ['ignore', 'pipe', 'pipe'] });
  const output: string[] = [];
  child.stdout.on('data', (data) => output.push(String(data)));
  child.stderr.on('data', (data) => output.push(String(data)));
  const [code] = await once(child, 'exit');
  expect(code, output.join('')).toBe(0);
  expect(output.join('')).toContain('1 passed');
});
