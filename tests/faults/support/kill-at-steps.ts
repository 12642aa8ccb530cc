import { expect } from 'vitest';
import { type ActorCall, type ActorLine, act } from '#tests/faults/support/act';
import { howOften, noteFault, spreadOver } from '#tests/support/how-often';

/** How often each operation is killed. */
const ROUNDS = howOften({ short: 2, full: 50 });

type Round = { readonly home: string; readonly calls: readonly ActorCall[] };

/** Runs `calls` once to its end, then again and again, killed before one step after the other; `check` looks at what is left and at what was said. */
export const killAtSteps = async (
  what: string,
  prepare: () => Round | Promise<Round>,
  check: (home: string, acknowledged: boolean, lines: readonly ActorLine[]) => Promise<void>,
): Promise<void> => {
  const whole = await prepare();
  const { steps, exit, lines: said } = await act(whole);
  expect(exit).toBe(0);
  await check(whole.home, true, said);
  for (const dieAtStep of spreadOver(steps, ROUNDS)) {
    const round = await prepare();
    const { lines } = await act({ ...round, dieAtStep });
    await check(round.home, lines.length === round.calls.length, lines);
  }
  noteFault(`kill -9 before a step of ${what}`, Math.min(steps, ROUNDS), '0');
};
