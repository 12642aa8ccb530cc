import { describe, expect, it } from 'vitest';
import { instantOf } from '#core/local-date';
import { BERLIN, countCases, DAY, everyLeap, MINUTE } from '#tests/faults/support/clock-cases';
import { aCheckIn, aGoal, aRun, day } from '#tests/support/builders';
import { codeOf } from '#tests/support/finished-vault';
import { tempJournal, testClock } from '#tests/support/temp-journal';
import { PASSPHRASE, tempSnapshots } from '#tests/support/temp-snapshots';
import { checkInsOf, saveCheckIn } from '#worker/services/check-ins';
import { markGoal, marksOf, saveGoal } from '#worker/services/goals';
import { currentCleanTime, saveRun } from '#worker/services/runs';
import { moodTrendFor } from '#worker/services/trends';

countCases('days through summer time, other zones and wrong clocks');

describe('days', () => {
  const counted = ({
    began,
    now,
    zone = BERLIN,
  }: {
    began: number;
    now: number;
    zone?: string;
  }): number | undefined => {
    const clock = testClock(now, zone);
    const journal = tempJournal(clock);
    saveRun(journal, aRun({ began: { at: began, zone: BERLIN } }));
    return currentCleanTime(journal, journal.today()).current?.days;
  };
  const at = (date: string, hour: number, zone = BERLIN): number => instantOf(day(date), hour * 60, zone);

  it.each([
    ['into summer time', '2026-03-28', '2026-03-30', 3],
    ['out of summer time', '2026-10-24', '2026-10-26', 3],
    ['through both', '2026-03-01', '2026-11-01', 246],
  ])('free are counted by the calendar: %s', (_, from, to, days) => {
    for (const hour of [0, 12, 23]) expect(counted({ began: at(from, 23), now: at(to, hour) })).toBe(days);
  });

  it.each([
    ['west', 'America/Los_Angeles', 20],
    ['east', 'Pacific/Auckland', 21],
  ])('free follow the calendar of where the person is: %s', (_, zone, days) => {
    // At noon of 20 November in Los Angeles it is the 21st in Auckland.
    expect(counted({ began: at('2026-11-01', 8), now: at('2026-11-20', 12, 'America/Los_Angeles'), zone })).toBe(days);
  });

  everyLeap('free: the first one counts, and none twice, though a run began under a wrong clock', (leap) => {
    const clock = testClock();
    const journal = tempJournal(clock);
    const run = saveRun(journal, aRun({ began: { at: clock.now(), zone: BERLIN } }));
    clock.set(clock.now() + leap);
    const { current, totalDays, longestDays } = currentCleanTime(journal, journal.today());
    const expected = leap < 0 ? [null, 0, 0] : [run.id, 1 + leap / DAY, 1 + leap / DAY];
    expect([current?.id ?? null, totalDays, longestDays]).toEqual(expected);
    clock.set(clock.now() - leap);
    expect(currentCleanTime(journal, journal.today()).current).toMatchObject({ id: run.id, days: 1 });
  });

  it.each([
    ['the hour that happens twice', BERLIN, [at('2026-10-25', 2), at('2026-10-25', 2) + 60 * MINUTE]],
    ['both sides of the hour that is skipped', BERLIN, [at('2026-03-29', 1), at('2026-03-29', 3)]],
    ['before and after a flight', 'America/New_York', [at('2026-11-20', 8), at('2026-11-20', 14, 'America/New_York')]],
  ])('with check-ins in %s count once', (_, zone, [first = 0, second = 0]) => {
    const journal = tempJournal();
    const draft = aCheckIn({ at: first, mood: 2 });
    saveCheckIn(journal, draft);
    // Its answer was lost, and it is sent again.
    saveCheckIn(journal, draft);
    const { day: date } = saveCheckIn(journal, aCheckIn({ at: second, zone, mood: 4 }));
    expect(checkInsOf(journal, { from: date, to: date })).toHaveLength(2);
    const { recordedDays, days } = moodTrendFor(journal, { from: date, to: date });
    expect([recordedDays, days.at(-1)?.mood, days.at(-1)?.records]).toEqual([1, 3, 2]);
  });

  it('of a goal are marked once each, through a change of the clock and of the zone', () => {
    const clock = testClock(at('2026-10-25', 1));
    const journal = tempJournal(clock);
    const { id } = saveGoal(journal, aGoal({ starts: day('2026-10-20') }));
    const mark = (): void =>
      markGoal(journal, { goal: id, day: journal.today(), state: 'done', amount: null, note: '' });
    mark();
    clock.set(clock.now() + 2 * 60 * MINUTE);
    mark();
    clock.move('Asia/Tokyo');
    mark();
    expect(marksOf(journal, { goal: id, from: day('2026-10-20'), to: day('2026-10-31') })).toHaveLength(1);
  });

  it.each([
    ['into summer time', '2026-03-29', [0, 4, 23]],
    ['out of summer time', '2026-10-25', [0, 2, 23]],
  ])('have one backup each: %s', async (_, date, hours) => {
    const { vault, service, clock, names } = await tempSnapshots();
    for (const hour of hours) {
      vault.close();
      clock.set(at(date, hour));
      await vault.unlock(PASSPHRASE);
      await service.opened();
    }
    expect(names()).toHaveLength(1);
  });

  it('of a traveller have one, too, and nobody is kept out by any of it', async () => {
    const { vault, service, clock, names } = await tempSnapshots();
    await service.opened();
    for (const zone of ['Pacific/Auckland', 'America/Los_Angeles', 'Pacific/Kiritimati', BERLIN]) {
      vault.close();
      clock.move(zone);
      expect(await codeOf(() => vault.unlock(PASSPHRASE))).toBe('nothing');
      await service.opened();
    }
    // At one moment the backup and the person are on the same day, whichever that is called.
    expect(names()).toHaveLength(1);
  });
});
