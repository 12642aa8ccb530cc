import { expect } from 'vitest';
import { type ActorCall, type ActorLine, act } from '#tests/faults/support/act';
import { howOften, noteFault, spreadOver } from '#tests/support/how-often';

/** How often each operation is killed. */
const ROUNDS = howOften({ short: 2, full: 50 });

type Round = { readonly home: string; readonly calls: readonly ActorCall[] };

/**
 * Runs `calls` once to its end, then again and again, killed before one step after the other, and where there are fewer steps
 * than rounds at random moments of its last call; `check` looks at what is left and at what was said.
 */
export const killAtSteps = async (
  what: string,
  prepare: () => Round | Promise<Round>,
  check: (home: string, acknowledged: boolean, lines: readonly ActorLine[]) => Promise<void>,
): Promise<void> => {
  const whole = await prepare();
  const repliesBefore = whole.calls.length - 1;
  const { steps, exit, lines: said, tookMs } = await act({ ...whole, repliesBefore });
  expect(exit).toBe(0);
  await check(whole.home, true, said);
  const killed = async (when: { dieAtStep: number } | { dieAfterMs: number }): Promise<void> => {
    const round = await prepare();
    const { lines } = await act({ ...round, repliesBefore, ...when });
    await check(round.home, lines.length === round.calls.length, lines);
  };
  for (const dieAtStep of spreadOver(steps, ROUNDS)) await killed({ dieAtStep });
  const atRandom = Math.max(0, ROUNDS - steps);
  for (let round = 0; round < atRandom; round += 1) await killed({ dieAfterMs: Math.random() * tookMs });
  noteFault(`kill -9 before a step of ${what}`, ROUNDS - atRandom, '0');
  if (atRandom > 0) noteFault(`kill -9 at any moment of ${what}`, atRandom, '0');
};
