import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { idleClock } from '#main/idle-clock';
import { countCases, DAY, everyLeap, MINUTE } from '#tests/faults/support/clock-cases';
import { aCheckIn, anEntry, berlin } from '#tests/support/builders';
import { tempJournal, testClock } from '#tests/support/temp-journal';
import { PASSPHRASE, tempSnapshots } from '#tests/support/temp-snapshots';
import { pageOfBin } from '#worker/services/bin';
import { binCheckIn, saveCheckIn } from '#worker/services/check-ins';
import { binEntry, countJournal, pageOfEntries, readEntry, saveEntry } from '#worker/services/entries';
import { revisionsOf } from '#worker/services/revisions';
import { countAttempts } from '#worker/vault/attempts';

countCases('the clock is set ahead or back, or the computer sleeps');

describe('the clock is set while a journal is open', () => {
  everyLeap(
    'entries stay on their days and in the order of their days, and each change is later than the one before',
    (leap) => {
      const clock = testClock();
      const journal = tempJournal(clock);
      const write = (title: string) => saveEntry(journal, anEntry({ title, at: clock.now(), zone: clock.zone() }));
      const before = write('before');
      clock.set(clock.now() + leap);
      const after = write('after');
      const again = saveEntry(journal, {
        ...anEntry({ title: 'before, again' }),
        ...{ id: before.id, baseVersion: before.version, at: before.at },
      });
      expect(again.day).toBe(before.day);
      expect([before.version, after.version, again.version].sort()).toEqual([
        before.version,
        after.version,
        again.version,
      ]);
      const { items } = pageOfEntries(journal, { before: null, limit: 10, bin: false });
      expect(items.map(({ id }) => id)).toEqual(leap > 0 ? [after.id, before.id] : [before.id, after.id]);
    },
  );

  everyLeap(
    'an earlier state of a page is kept when it is changed after that, and again when the clock is right',
    (leap) => {
      const clock = testClock();
      const journal = tempJournal(clock);
      let entry = saveEntry(journal, anEntry({ text: 'at first' }));
      const change = (text: string): void => {
        entry = saveEntry(journal, anEntry({ text, id: entry.id, baseVersion: entry.version }));
      };
      clock.set(clock.now() + leap);
      change('under a wrong clock');
      clock.set(clock.now() - leap + 6 * MINUTE);
      change('under the right one');
      expect(revisionsOf(journal, entry.id)).toHaveLength(2);
    },
  );

  everyLeap('after five wrong passphrases the wait stays a wait', (leap) => {
    const clock = testClock();
    const attempts = countAttempts(clock.now);
    for (let wrong = 0; wrong < 8; wrong += 1) attempts.wrong();
    clock.set(clock.now() + leap);
    const waits: number[] = [];
    for (let second = 0; second < 70; second += 1) {
      try {
        attempts.check();
        break;
      } catch (error) {
        waits.push((error as { waitMs: number }).waitMs);
        clock.set(clock.now() + 1000);
      }
    }
    expect(Math.max(0, ...waits)).toBeLessThanOrEqual(MINUTE);
    expect(() => attempts.check()).not.toThrow();
  });
});

describe('the clock is set while a journal is closed', () => {
  everyLeap(
    'nothing leaves the bin, the backups stay, one of the day is taken, and everything is there when it is right again',
    async (leap) => {
      const { vault, service, clock, fill, take, names } = await tempSnapshots();
      const [kept, binned] = fill(3);
      if (kept === undefined || binned === undefined) throw new Error('nothing was written');
      binEntry(vault.journal(), binned);
      for (let count = 0; count < 3; count += 1) await take();
      const before = names();
      const reopen = async (ms: number): Promise<void> => {
        vault.close();
        clock.set(clock.now() + ms);
        await vault.unlock(PASSPHRASE);
        await service.opened();
      };
      await reopen(leap);
      expect(names()).toEqual(expect.arrayContaining(before));
      expect(names()).toHaveLength(before.length + 1);
      await reopen(-leap);
      expect(names()).toEqual(expect.arrayContaining(before));
      expect(countJournal(vault.journal())).toEqual({ kept: 2, bin: 1 });
      expect(readEntry(vault.journal(), kept).deletedAt).toBeNull();
    },
  );

  it('a backup that was read under a clock ten years ahead is read again under the right one', async () => {
    const { vault, service, clock, fill, take } = await tempSnapshots();
    fill(1);
    const { name } = await take();
    clock.set(clock.now() + 3652 * DAY);
    await service.verify(randomUUID(), name);
    clock.set(clock.now() - 3652 * DAY + MINUTE);
    vault.close();
    await vault.unlock(PASSPHRASE);
    await service.opened();
    expect(service.list().snapshots.find((known) => known.name === name)?.verifiedAt).toBe(clock.now());
  });

  it('check-ins, goals and runs stay in the bin under a clock ten years ahead', async () => {
    const { vault, clock } = await tempSnapshots();
    const { id } = saveCheckIn(vault.journal(), aCheckIn());
    binCheckIn(vault.journal(), id);
    vault.close();
    clock.set(clock.now() + 3652 * DAY);
    await vault.unlock(PASSPHRASE);
    expect(pageOfBin(vault.journal(), { before: null, limit: 10 }).total).toBe(1);
  });
});

describe('the journal locks by itself', () => {
  const idle = (run: (set: (wall: number, monotonic: number) => void) => void): number => {
    const now = { wall: berlin('2026-11-21'), monotonic: 0 };
    const clock = idleClock({ wall: () => now.wall, monotonic: () => now.monotonic });
    run((wall, monotonic) => {
      now.wall += wall;
      now.monotonic += monotonic;
    });
    return clock.idleMs();
  };
  everyLeap('when ten minutes have passed, whatever the clock on the wall says', (leap) => {
    expect(idle((pass) => pass(leap + 10 * MINUTE, 10 * MINUTE))).toBeGreaterThanOrEqual(10 * MINUTE);
  });
  it('when the computer slept through them', () => {
    expect(idle((pass) => pass(10 * MINUTE, 0))).toBe(10 * MINUTE);
  });
  it('not earlier when the clock is set back', () => {
    expect(idle((pass) => pass(-3652 * DAY, MINUTE))).toBe(MINUTE);
  });
});
