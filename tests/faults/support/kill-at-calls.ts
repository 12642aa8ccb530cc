import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type ActorCall, act } from '#tests/faults/support/act';
import { howOften, noteFault, spreadOver } from '#tests/support/how-often';
import { tempFolder } from '#tests/support/temp-folder';

/** How often each operation is killed. */
const ROUNDS = howOften({ short: 2, full: 50 });

/** What SQLite does to its files, which no step of the program itself goes with. */
const CALLS = 'pwrite64,ftruncate,fsync,fdatasync,unlink';

/** Without its filter in the system itself: a signal sent from there does not arrive. */
const tracer = ['strace', '--follow-forks', '-qqq', '-y', '-s', '0'];

const counting = (log: string): string[] => [...tracer, '-e', 'signal=none', '-e', `trace=${CALLS},write`, '-o', log];

/** A call of a thread to the system: the how many-th of its name. */
type Place = { readonly name: string; readonly which: number };

/** Kills it as the first of its threads makes that call. */
const killingAt = ({ name, which }: Place): string[] => {
  const order = [`trace=${name}`, `inject=${name}:signal=SIGKILL:when=${which}`].flatMap((part) => ['-e', part]);
  return [...tracer, ...order, '-o', '/dev/null'];
};

/** The calls on files under a folder after so many lines were said. */
const callsUnder = (log: string, home: string, said: number): readonly Place[] => {
  const made = new Map<string, number>();
  let lines = 0;
  return readFileSync(log, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, thread, name = '', given = ''] = /^(\d+) +(\w+)\((.*)/.exec(line) ?? [];
      if (name === 'write' && given.startsWith('1<')) lines += 1;
      if (name === 'write' || name === '') return [];
      const which = (made.get(`${thread} ${name}`) ?? 0) + 1;
      made.set(`${thread} ${name}`, which);
      return lines >= said && given.includes(home) ? [{ name, which }] : [];
    });
};

type Round = {
  readonly home: string;
  /** The last is the one that is killed. */
  readonly calls: readonly ActorCall[];
};

/**
 * As `killAtSteps`, for an operation that is SQLite's alone: runs `calls` to their end, then again and again, killed at one
 * after the other of the calls to the system with which the last of them, and closing after it, changes the journal's files.
 */
export const killAtCalls = async (
  what: string,
  prepare: () => Round,
  check: (home: string, acknowledged: boolean) => Promise<void>,
): Promise<void> => {
  const whole = prepare();
  const log = join(tempFolder(), 'trace');
  expect((await act({ ...whole, under: counting(log) })).exit).toBe(0);
  await check(whole.home, true);
  const places = callsUnder(log, whole.home, whole.calls.length - 1);
  expect(places.some(({ name }) => name === 'fsync')).toBe(true);
  for (const place of spreadOver(places.length, ROUNDS).flatMap((chosen) => places.slice(chosen - 1, chosen))) {
    const { home, calls } = prepare();
    const { lines, exit } = await act({ home, calls, under: killingAt(place) });
    expect(exit).toBeNull();
    expect(lines.length).toBeGreaterThanOrEqual(calls.length - 1);
    await check(home, lines.length === calls.length);
  }
  noteFault(`kill -9 at one of SQLite's own writes of ${what}`, Math.min(places.length, ROUNDS), '0');
};
