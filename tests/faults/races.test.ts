import { expect, it } from 'vitest';
import { type ActorLine, act } from '#tests/faults/support/act';
import {
  ENTRIES,
  expectPromised,
  OLD,
  open,
  originalJournal,
  promisedIn,
  unlock,
} from '#tests/faults/support/journals';
import { howOften, noteFault } from '#tests/support/how-often';

const { copied } = originalJournal();
/** How long two processes are given to start before both open the journal. */
const HEAD_START_MS = 1500;
const write = { write: { entries: 1, words: 40 } } as const;

const opened = (lines: readonly ActorLine[]): boolean =>
  lines.some((line) => 'method' in line && line.method === 'vault.unlock' && line.result.ok);

const refusedWith = (lines: readonly ActorLine[]): string[] =>
  lines.flatMap((line) => ('method' in line && !line.result.ok ? [line.result.error.code] : []));

/** Opens the journal once more and looks for all that anybody was promised. */
const checkAll = async (home: string, ...told: readonly (readonly ActorLine[])[]): Promise<void> => {
  const { vault, snapshots } = await open(home);
  await vault.unlock(OLD);
  expectPromised(vault.journal(), promisedIn(told.flat()));
  // Of whoever wrote for long there may be more than the one from the beginning.
  const { snapshots: found } = snapshots.list();
  expect(found.length).toBeGreaterThanOrEqual(1);
  expect(found.filter(({ damaged }) => damaged)).toEqual([]);
  vault.close();
};

it('of two that open a journal at the same moment, one does, and the other says that it is in use', {
  timeout: 3_600_000,
}, async () => {
  const races = howOften({ short: 4, full: 50 });
  for (let race = 0; race < races; race += 1) {
    const home = copied();
    const at = Date.now() + HEAD_START_MS;
    // The loser gives up; the winner writes, and is killed while it still holds the journal.
    const run = () => act({ home, at, calls: [unlock, write], stay: true, dieAfterMs: 0, repliesBefore: 6 });
    const [one, other] = await Promise.all([run(), run()]);
    expect([opened(one.lines), opened(other.lines)].sort()).toEqual([false, true]);
    expect([...refusedWith(one.lines), ...refusedWith(other.lines)]).toEqual(['VAULT_IN_USE']);
    expect(promisedIn([...one.lines, ...other.lines]).size).toBe(1);
    await checkAll(home, one.lines, other.lines);
  }
  noteFault('two processes open a journal at the same moment', races, '0 double openings');
});

it('while one holds a journal another is refused; when the one is killed, the next gets in', {
  timeout: 3_600_000,
}, async () => {
  const rounds = howOften({ short: 2, full: 50 });
  for (let round = 0; round < rounds; round += 1) {
    const home = copied();
    const refused: Promise<Awaited<ReturnType<typeof act>>>[] = [];
    const holder = await act({
      home,
      calls: [unlock],
      endless: true,
      repliesBefore: 1 + ENTRIES,
      onReplies: (kill) => refused.push(act({ home, calls: [unlock] }).finally(kill)),
    });
    const [other] = await Promise.all(refused);
    expect(refusedWith(other?.lines ?? [])).toEqual(['VAULT_IN_USE']);
    const next = await act({ home, calls: [unlock, write] });
    expect(next.exit).toBe(0);
    await checkAll(home, holder.lines, next.lines);
  }
  noteFault('the holder of a journal is killed, and the next process opens it', rounds, '0');
});
