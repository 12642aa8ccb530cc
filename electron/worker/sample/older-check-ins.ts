import { type CheckInPlan, checkInOf } from './check-in-plan';
import { minutesIn, spread } from './older-entries';
import type { Random } from './random';
import { dayClock, type StoryDay } from './story';

/** So many check-ins over the days before the year, in order; made one by one, since there may be 100,000. */
export function* checkInsBefore(
  days: readonly StoryDay[],
  total: number,
  { zone, random }: { readonly zone: string; readonly random: Random },
): Generator<CheckInPlan> {
  const counts = spread(total, days.length, random);
  const notes = { low: [], mid: [], high: [] };
  for (const [index, day] of days.entries()) {
    const momentAt = dayClock(day.day, zone);
    for (const [place, minutes] of minutesIn(counts[index] ?? 0, random).entries()) {
      yield checkInOf(
        day,
        { moment: momentAt(minutes), minutes, first: place === 0, mostFeelings: 1 },
        { random, notes },
      );
    }
  }
}
