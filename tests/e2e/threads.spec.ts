import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { callFrom, discard } from './launch';
import { launchOpen } from './made-journal';

/** Whether V8 would optimise in the background in a thread of the main process that is started now. */
const compilesBeside = (): Promise<boolean> => {
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  process.getBuiltinModule('node:v8').setFlagsFromString('--allow-natives-syntax');
  const asked = '%IsConcurrentRecompilationSupported()';
  const thread = new Worker(`require('node:worker_threads').parentPort.postMessage(${asked})`, { eval: true });
  return new Promise((resolve) => thread.once('message', resolve));
};

test('threads compile in place, and snapshots that are taken and tried out again and again all end', async () => {
  const { app, page, userData, problems } = await launchOpen();
  expect(await app.evaluate(compilesBeside)).toBe(false);
  for (let round = 0; round < 4; round += 1) {
    expect(await callFrom(page, 'snapshots.take', { job: randomUUID() })).toMatchObject({ ok: true });
    expect(await callFrom(page, 'drill.snapshot', { job: randomUUID(), name: null })).toMatchObject({ ok: true });
  }
  expect(problems).toEqual([]);
  await app.close();
  discard(userData);
});
