import { afterAll, afterEach, it } from 'vitest';
import { noteFault } from '#tests/support/how-often';

export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** The zone of those who do not travel. */
export const BERLIN = 'Europe/Berlin';

const leaps = [
  ['a day ahead', DAY],
  ['a day back', -DAY],
  ['ten years ahead', 3652 * DAY],
  ['ten years back', -3652 * DAY],
] as const;

/** The same case four times: the clock is set a day and ten years, ahead and back. */
export const everyLeap = (what: string, run: (leap: number) => void | Promise<void>): void =>
  it.each(leaps)(`%s: ${what}`, (_, leap) => run(leap));

/** Notes at the end of a file how many cases of `what` there were in it. */
export const countCases = (what: string): void => {
  let cases = 0;
  afterEach(() => {
    cases += 1;
  });
  afterAll(() => noteFault(what, `${cases} cases`, '0'));
};
