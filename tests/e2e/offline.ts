import { networkInterfaces } from 'node:os';
import { expect, test } from '@playwright/test';
import { discard, launch } from './launch';
import { wholeMainJob } from './main-job';

// Run by privacy.spec.ts inside a network namespace that holds nothing but loopback.
test('the main job, from the first screen to a restored journal', async () => {
  expect(Object.keys(networkInterfaces()).filter((name) => name !== 'lo')).toEqual([]);
  const running = await launch();
  await wholeMainJob(running);
  await running.app.close();
  discard(running.userData);
});
