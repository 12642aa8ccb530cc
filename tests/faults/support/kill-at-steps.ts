import { expect } from 'vitest';
import { type ActorCall, type ActorLine, act } from '#tests/faults/support/act';
import { howOften, noteFault, spreadOver } from '#tests/support/how-often';

/** How often each operation is killed. */
const ROUNDS = howOften({ short: 2, full: 50 });

/** Steps are milliseconds apart. */
const LINGER_MS = 30;

type Round = { readonly home: string; readonly calls: readonly ActorCall[] };

/**
 * Runs `calls` once to its end, then again and again, killed before one step after the other, and where there are fewer steps
 * than rounds at random moments shortly after them; `check` looks at what is left and at what was said.
 */
export const killAtSteps = async (
  what: string,
  prepare: () => Round | Promise<Round>,
  check: (home: string, acknowledged: boolean, lines: readonly ActorLine[]) => Promise<void>,
): Promise<void> => {
  const whole = await prepare();
  const { steps, exit, lines: said } = await act(whole);
  expect(exit).toBe(0);
  await check(whole.home, true, said);
  /** Answers whether it was killed; shortly after its last step it may have ended by itself. */
  const killed = async (when: { dieAtStep: number; lingerMs?: number }): Promise<boolean> => {
    const round = await prepare();
    const { lines, exit: code } = await act({ ...round, ...when });
    await check(round.home, lines.length === round.calls.length, lines);
    return code === null;
  };
  for (const dieAtStep of spreadOver(steps, ROUNDS)) expect(await killed({ dieAtStep })).toBe(true);
  let between = 0;
  for (let round = 0; round < ROUNDS - steps; round += 1) {
    if (await killed({ dieAtStep: 1 + (round % steps), lingerMs: 0.1 + Math.random() * LINGER_MS })) between += 1;
  }
  noteFault(`kill -9 before a step of ${what}`, Math.min(steps, ROUNDS), '0');
  if (between > 0) noteFault(`kill -9 shortly after a step of ${what}`, between, '0');
};
