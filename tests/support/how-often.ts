import { appendFileSync } from 'node:fs';

/** Rounds of one operation that the full round counts; what is asked for otherwise (npm run faults -- 15) is in proportion. */
const FULL_ROUNDS = 50;

type Rounds = {
  /** In npm test, where everything has its turn. */
  readonly short: number;
  /** By `npm run faults -- full`. */
  readonly full: number;
};

/** How often a fault is tried in this run. */
export const howOften = ({ short, full }: Rounds): number => {
  const asked = process.env.EBB_FAULT_ROUNDS;
  if (asked === undefined) return short;
  return asked === 'full' ? full : Math.max(1, Math.ceil((full * Number(asked)) / FULL_ROUNDS));
};

/** Notes for the table that `npm run faults` ends with what was tried and what came of it; to be called when all was well. */
export const noteFault = (fault: string, tried: string | number, found: string): void => {
  const file = process.env.EBB_FAULT_RESULTS;
  const count = typeof tried === 'number' ? tried.toLocaleString('en') : tried;
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ fault, tried: count, found })}\n`);
};

/** So many of the numbers from 1 to `total`: all, or as many as there are rounds, spread over them with some chance. */
export const spreadOver = (total: number, rounds: number): number[] =>
  total <= rounds
    ? Array.from({ length: total }, (_, index) => index + 1)
    : Array.from({ length: rounds }, (_, round) => 1 + Math.floor(((round + Math.random()) * total) / rounds));
