import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, type LocalDate } from '#core/local-date';
import { aStoredRun } from '#tests/core/builders';
import { day } from '#tests/support/builders';
import { type Mark, marksIn, type PlacedMark, placeMarks } from '../../renderer/features/trends/marks';

const today = day('2026-11-21');
const all = { from: day('2020-01-01'), to: today };

const told = (marks: readonly Mark[]): string[] =>
  marks.map((mark) => `${mark.day} ${mark.kind === 'milestone' ? mark.key : mark.kind}`);

describe('marks beside the moods', () => {
  it('are the milestones of a run, up to today', () => {
    expect(told(marksIn(all, [aStoredRun('2026-11-01')], today))).toEqual([
      '2026-11-02 day-1',
      '2026-11-03 days-3',
      '2026-11-07 week-1',
      '2026-11-14 week-2',
    ]);
  });

  it('keep the milestones of earlier runs, and show their ends', () => {
    const runs = [aStoredRun('2026-01-01', '2026-01-05', 'slip'), aStoredRun('2026-02-01', '2026-02-03', 'other')];
    expect(told(marksIn(all, runs, today))).toEqual([
      '2026-01-02 day-1',
      '2026-01-03 days-3',
      '2026-01-05 slip',
      '2026-02-02 day-1',
      '2026-02-03 days-3',
      '2026-02-03 end',
    ]);
  });

  it('do not count the day of a slip as a milestone reached', () => {
    expect(told(marksIn(all, [aStoredRun('2026-01-01', '2026-01-03', 'slip')], today))).toEqual([
      '2026-01-02 day-1',
      '2026-01-03 slip',
    ]);
  });

  it('come a day later in a run that begins on the day of a slip, as its days do', () => {
    const runs = [aStoredRun('2026-10-01', '2026-11-15', 'slip'), aStoredRun('2026-11-15')];
    expect(told(marksIn({ from: day('2026-11-15'), to: today }, runs, today))).toEqual([
      '2026-11-15 slip',
      '2026-11-16 day-1',
      '2026-11-18 days-3',
    ]);
    expect(told(marksIn({ from: day('2026-11-15'), to: day('2026-11-22') }, runs, day('2026-11-22')))).toContain(
      '2026-11-22 week-1',
    );
  });

  it('leave out what lies outside the range, and runs in the bin', () => {
    const runs = [aStoredRun('2026-11-01'), { ...aStoredRun('2026-01-01'), deletedAt: 1 }];
    expect(told(marksIn({ from: day('2026-11-10'), to: today }, runs, today))).toEqual(['2026-11-14 week-2']);
  });

  it('are marked once where runs overlap', () => {
    expect(told(marksIn(all, [aStoredRun('2026-11-18'), aStoredRun('2026-11-18')], today))).toHaveLength(2);
  });
});

describe('marks in a chart', () => {
  const roomOf = ({ x, label }: PlacedMark, width: number) => {
    if (label === 'none') return null;
    return label === 'after' ? { from: x, to: x + width } : { from: x - width, to: x };
  };

  it('never have labels that touch or leave it', () => {
    const someMarks = fc.array(
      fc.record({
        kind: fc.constantFrom('milestone', 'slip'),
        ago: fc.nat(400),
        key: fc.constantFrom('day-1', 'year-1'),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(someMarks, fc.integer({ min: 80, max: 900 }), (given, width) => {
        const marks = given.map(({ kind, ago, key }) => ({ kind, key, day: addDays(today, -ago) }) as Mark);
        const x = (date: LocalDate) => width - (daysBetween(date, today) / 400) * width;
        const placed = placeMarks(marks, { x, labelWidth: () => 60, width });
        const rooms = placed.flatMap((mark) => roomOf(mark, 60) ?? []).sort((one, other) => one.from - other.from);
        rooms.forEach((room, place) => {
          expect(room.from).toBeGreaterThanOrEqual(0);
          expect(room.to).toBeLessThanOrEqual(width);
          expect(room.from).toBeGreaterThanOrEqual(rooms[place - 1]?.to ?? 0);
        });
        // The end of a run is always there, if only as a line; a milestone is there with its name or not at all.
        expect(placed.filter(({ mark }) => mark.kind === 'slip')).toHaveLength(
          marks.filter(({ kind }) => kind === 'slip').length,
        );
        expect(placed.some(({ mark, label }) => mark.kind === 'milestone' && label === 'none')).toBe(false);
      }),
    );
  });

  it('give way to the weightier: a year is named rather than the months around it', () => {
    const marks: Mark[] = [
      { kind: 'milestone', key: 'month-11', day: day('2026-10-21') },
      { kind: 'milestone', key: 'year-1', day: today },
    ];
    const placed = placeMarks(marks, { x: (date) => (date === today ? 100 : 95), labelWidth: () => 90, width: 100 });
    expect(placed.map(({ mark, label }) => [mark.day, label])).toEqual([[today, 'before']]);
  });
});
