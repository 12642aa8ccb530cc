import { atMostTimes } from '#tests/bench/support/aims';
import { test } from '#tests/bench/support/bench-test';
import { report } from '#tests/bench/support/report';
import { withStartedApp } from '#tests/bench/support/started-app';

const ROUNDS = 10;

/** From the start of the program to the first moment at which all of the first screen is painted in a visible window. */
const startUp = (app: 'ebb' | 'bare', userData: string): Promise<number> =>
  withStartedApp({ app, userData }, ({ startedAt, seen: { painted, shown, focused } }) => {
    if (app === 'ebb' && !focused) throw new Error('the lock screen does not wait for the passphrase');
    return Math.max(painted, shown) - startedAt;
  });

test('starts to a usable lock screen', async ({ vaultOf, freshFolder }) => {
  test.setTimeout(600_000);
  const { userData } = await vaultOf('10,000 entries');
  const bareData = freshFolder();
  const ebb: number[] = [];
  const bare: number[] = [];
  // The first of each makes its profile and warms the disk's cache.
  for (let round = 0; round <= ROUNDS; round += 1) {
    bare.push(await startUp('bare', bareData));
    ebb.push(await startUp('ebb', userData));
  }
  report({
    figure: 'start to usable lock screen',
    unit: 'ms',
    measured: ebb.slice(1),
    baseline: { name: 'bare Electron window', values: bare.slice(1) },
    aim: atMostTimes(1.3),
    notes: ['from the start of the process until the whole screen is painted, the window shown and the field focused'],
  });
});
