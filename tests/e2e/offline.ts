import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { discard, launch } from './launch';
import {
  addGoal,
  checkIn,
  chooseFile,
  createJournal,
  EXPORT_PASSPHRASE,
  exportJournal,
  lock,
  restoreJournal,
  writeEntry,
} from './main-job';

// Run by privacy.spec.ts inside a network namespace that holds nothing but loopback.
test('the main job, from the first screen to a restored journal', async () => {
  expect(Object.keys(networkInterfaces()).filter((name) => name !== 'lo')).toEqual([]);
  const { app, page, userData, problems } = await launch();
  await createJournal(page);
  await writeEntry(page, 'A page without a network', 'It works the same.');
  await checkIn(page, 'no network');
  await addGoal(page);
  const file = join(userData, 'backup.ebb.age');
  await chooseFile(app, file);
  await exportJournal(page, EXPORT_PASSPHRASE);
  expect(readFileSync(file).subarray(0, 21).toString()).toBe('age-encryption.org/v1');
  await lock(page);
  await restoreJournal(page, EXPORT_PASSPHRASE);
  await app.close();
  expect(problems).toEqual([]);
  discard(userData);
});
