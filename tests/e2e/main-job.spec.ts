import { test } from '@playwright/test';
import { discard, launch } from './launch';
import { wholeMainJob } from './main-job';

test('the whole main job can be done with the keyboard alone', async () => {
  const running = await launch();
  await wholeMainJob(running);
  await running.app.close();
  discard(running.userData);
});
