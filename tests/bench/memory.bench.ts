import { setTimeout as sleep } from 'node:timers/promises';
import { atMostTimes } from '#tests/bench/support/aims';
import { test } from '#tests/bench/support/bench-test';
import { memoryOfTree } from '#tests/bench/support/process-memory';
import { report } from '#tests/bench/support/report';
import { withStartedApp } from '#tests/bench/support/started-app';
import { PASSPHRASE } from '#tests/bench/support/vaults';

const ROUNDS = 3;
const IDLE_MS = 10_000;

const idleMemory = (options: Parameters<typeof withStartedApp>[0]): Promise<number> =>
  withStartedApp(options, async ({ pid }) => {
    await sleep(IDLE_MS);
    return memoryOfTree(pid);
  });

test('sits idle on Today', async ({ vaultOf, freshFolder }) => {
  test.setTimeout(600_000);
  const { userData } = await vaultOf('10,000 entries');
  const bareData = freshFolder();
  const ebb: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(await idleMemory({ app: 'bare', userData: bareData }));
    ebb.push(await idleMemory({ app: 'ebb', userData, passphrase: PASSPHRASE }));
  }
  report({
    figure: 'memory of all processes, idle on Today, 10,000 entries',
    unit: 'MB',
    measured: ebb,
    baseline: { name: 'bare Electron window', values: bare },
    aim: atMostTimes(1.4),
    notes: [`PSS of the whole process tree, ${IDLE_MS / 1000} s after it came to rest`],
  });
});
