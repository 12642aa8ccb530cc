import { slipDaysOf } from '#core/clean-time';
import { addDays, type DateRange, type LocalDate } from '#core/local-date';
import { milestonesOf } from '#core/milestone';
import type { Run } from '#core/run';

/** Something of the clean time that stands beside the moods of its day: a milestone reached, or the end of a run. */
export type Mark =
  | { readonly kind: 'milestone'; readonly key: string; readonly day: LocalDate }
  | { readonly kind: 'slip' | 'end'; readonly day: LocalDate };

/** The last day on which a run could reach a milestone: the day of a slip counts in no run. */
const lastDayOf = ({ ended, endCause }: Run, today: LocalDate): LocalDate => {
  if (ended === null) return today;
  const last = endCause === 'slip' ? addDays(ended.day, -1) : ended.day;
  return last < today ? last : today;
};

const marksOfRun = (run: Run, today: LocalDate, slips: ReadonlySet<number>): Mark[] => {
  const { reached } = milestonesOf({ began: run.began.day, slips }, lastDayOf(run, today));
  const marks: Mark[] = reached.map(({ key, day }) => ({ kind: 'milestone', key, day }));
  if (run.ended !== null) marks.push({ kind: run.endCause === 'slip' ? 'slip' : 'end', day: run.ended.day });
  return marks;
};

const identity = (mark: Mark): string => `${mark.day} ${mark.kind === 'milestone' ? mark.key : mark.kind}`;

/** Every mark of the kept runs within a range, earliest first; what two overlapping runs share is marked once. */
export const marksIn = (range: DateRange, runs: readonly Run[], today: LocalDate): Mark[] => {
  const kept = runs.filter(({ deletedAt }) => deletedAt === null);
  const slips = slipDaysOf(kept);
  const marks = kept
    .flatMap((run) => marksOfRun(run, today, slips))
    .filter(({ day }) => day >= range.from && day <= range.to)
    .sort((one, other) => (one.day < other.day ? -1 : Number(one.day > other.day)));
  return [...new Map(marks.map((mark) => [identity(mark), mark])).values()];
};

/** Which marks give way to which where there is no room for all: years before months, months before weeks and days. */
const weightOf = (mark: Mark): number => {
  if (mark.kind !== 'milestone') return 5;
  const [unit = '', count = ''] = mark.key.split('-');
  if (unit === 'year') return 4;
  if (unit === 'month') return count === '6' ? 3 : 2;
  return unit === 'week' ? 1 : 0;
};

/** A mark with its place: its label begins at the line, or ends there where it would leave the chart. */
export type PlacedMark = {
  readonly mark: Mark;
  readonly x: number;
  readonly label: 'after' | 'before' | 'none';
};

type Room = { readonly from: number; readonly to: number };
const overlaps = (one: Room, other: Room): boolean => one.from < other.to && other.from < one.to;

const GAP = 6;

/**
 * Places marks along a chart so that no two labels touch, the weightier first and of equals the later. The end of a run
 * keeps its line even where its label finds no room; a milestone without its label would say nothing and is left out.
 */
export const placeMarks = (
  marks: readonly Mark[],
  {
    x,
    labelWidth,
    width,
  }: {
    readonly x: (day: LocalDate) => number;
    readonly labelWidth: (mark: Mark) => number;
    readonly width: number;
  },
): PlacedMark[] => {
  const taken: Room[] = [];
  const placed: PlacedMark[] = [];
  const inOrder = [...marks].reverse().sort((one, other) => weightOf(other) - weightOf(one));
  for (const mark of inOrder) {
    const at = x(mark.day);
    const needed = labelWidth(mark) + GAP;
    const ways = [
      { label: 'after', room: { from: at, to: at + needed } },
      { label: 'before', room: { from: at - needed, to: at } },
    ] as const;
    const way = ways.find(
      ({ room }) => room.from >= 0 && room.to <= width && !taken.some((other) => overlaps(room, other)),
    );
    if (way === undefined && mark.kind === 'milestone') continue;
    if (way !== undefined) taken.push(way.room);
    placed.push({ mark, x: at, label: way?.label ?? 'none' });
  }
  return placed.sort((one, other) => one.x - other.x);
};
