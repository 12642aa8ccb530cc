import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@playwright/test';
import { howOften, noteFault } from '#tests/support/how-often';
import { electronPath } from '../../build/setup/runtime.mjs';
import { discard, repository, sandboxFlags } from './launch';
import { launchOpen } from './made-journal';
import { writeEntry } from './main-job';

/** The app once more, on the same folder; nobody drives it. */
const startAgain = (userData: string): ChildProcess =>
  spawn(electronPath(), [...sandboxFlags, `--user-data-dir=${userData}`, repository], {
    env: { ...process.env, EBB_ALLOW_NO_SANDBOX: '1' },
    stdio: 'ignore',
  });

const ended = async (child: ChildProcess): Promise<unknown> =>
  child.exitCode ?? (await once(child, 'exit').then(([code]) => code));

test('a second instance shows the first and ends, however many are started at once', async () => {
  test.setTimeout(1_800_000);
  const { app, page, userData } = await launchOpen();
  await writeEntry(page, 'The only page', 'Written once.');
  const rounds = howOften({ short: 2, full: 50 });
  for (let round = 0; round < rounds; round += 1) {
    await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      Object.assign(globalThis, { shown: 0 });
      const { focus } = window ?? {};
      if (window === undefined || focus === undefined) throw new Error('no window');
      window.focus = () => {
        Object.assign(globalThis, { shown: (globalThis as unknown as { shown: number }).shown + 1 });
        focus.call(window);
      };
    });
    const others = [startAgain(userData), startAgain(userData)];
    for (const other of others) expect(await ended(other)).toBe(0);
    await expect
      .poll(() => app.evaluate(() => (globalThis as unknown as { shown: number }).shown))
      .toBeGreaterThanOrEqual(2);
    expect(app.windows()).toHaveLength(1);
  }
  // The first has lost nothing of what it had open.
  await expect(page.getByRole('textbox', { name: 'Your page' })).toContainText('Written once.');
  await app.close();
  discard(userData);
  noteFault('two more instances of the app started at once, in Electron', rounds, '0 opened; the first is shown');
});
