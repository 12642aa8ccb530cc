import type { Goal, GoalMark } from '#core/goal';
import { addDays, type LocalDate } from '#core/local-date';
import type { Random } from './random';
import { isFree, isQuiet, type StoryDay, story, within } from './story';

/** What a goal is, before it has an identity. */
export type GoalContent = Pick<Goal, 'title' | 'why' | 'measure' | 'schedule' | 'starts' | 'ends' | 'pauses'>;

/** What a day of a goal is recorded as; null while it is not. */
export type Marking = Pick<GoalMark, 'state' | 'amount' | 'note'> | null;

/** What is known of a day when its marks are made. */
type MarkedDay = StoryDay & { readonly wrote: boolean; readonly met: boolean };

type Course = {
  /** The day of the story on which it was made. */
  readonly from: number;
  readonly mark: (day: MarkedDay, random: Random) => Marking;
  readonly today: Marking;
};

/** A goal with the rule by which its days came out, and how today stands. */
export type GoalPlan = Course & { readonly content: GoalContent };

type GoalSpec = Course & Pick<GoalContent, 'title' | 'why' | 'measure' | 'schedule'> & { readonly restsAnkle?: true };

const done = (amount: number | null = null, note = ''): Marking => ({ state: 'done', amount, note });
const partly = (amount: number | null, note = ''): Marking => ({ state: 'partly', amount, note });
const skipped = (note: string): Marking => ({ state: 'skipped', amount: null, note });

/** Weeks in which little is ticked, and not because little was done. */
const carelessness = (on: number): number => {
  if (isQuiet(on)) return 1;
  if (!isFree(on)) return 0.97;
  if (within(on, story.badWeek)) return 0.4;
  return within(on, { from: 64, to: 75 }) ? 0.45 : 0.1;
};

const eveningNotes = ['Late shift', 'Late shift', 'Maya awake', 'Canals', 'Talking to Dana'] as const;

const bed = ({ on, lates, mood }: MarkedDay, random: Random): Marking => {
  if (lates && random.chance(0.75)) return skipped(random.pick(eveningNotes.slice(0, 2)));
  if (random.chance(0.42 + 0.05 * mood + (on > 232 ? 0.06 : 0))) return done();
  return random.chance(0.15) ? partly(null, random.pick(eveningNotes)) : null;
};

const outside = ({ mood }: MarkedDay, random: Random): Marking => {
  if (random.chance(0.5 + 0.06 * mood)) return done(5 * random.int(4, random.chance(0.15) ? 18 : 9));
  if (random.chance(0.3)) return partly(5 * random.int(1, 3));
  return random.chance(0.2)
    ? skipped(random.pick(['Rain, sideways', 'Cold, and a cold', 'Feet up, on purpose']))
    : null;
};

const meals = ({ mood }: MarkedDay, random: Random): Marking => {
  if (random.chance(0.4 + 0.09 * mood)) return done(3);
  return random.chance(0.65) ? partly(random.chance(0.7) ? 2 : 1) : null;
};

const meetings = ({ met }: MarkedDay, random: Random): Marking => {
  if (!met) return null;
  return random.chance(0.08) ? partly(null, 'Left before the end') : done();
};

const call = ({ mood }: MarkedDay, random: Random): Marking => {
  if (random.chance(0.52 + 0.05 * mood)) return done();
  return random.chance(0.15)
    ? partly(null, random.pick(['Rang, engaged', 'A message, anyway', 'Hung up before hello']))
    : null;
};

const page = ({ wrote }: MarkedDay, random: Random): Marking => {
  if (wrote) return random.chance(0.94) ? done() : null;
  return random.chance(0.12) ? skipped('') : null;
};

const swim = (_: MarkedDay, random: Random): Marking => {
  if (random.chance(0.7)) return done();
  return random.chance(0.3) ? skipped(random.pick(['School in', 'Gave the arms a rest'])) : null;
};

const daily = { type: 'daily' } as const;
const yesNo = { type: 'yes-no' } as const;

/** The goals of the year, in the order in which they stand. */
const specs: readonly GoalSpec[] = [
  {
    from: 1,
    title: 'Buprenorphine, morning',
    why: 'So that the rest of the day is mine.',
    measure: yesNo,
    schedule: daily,
    mark: () => done(),
    today: done(),
  },
  {
    from: 20,
    title: 'Three meals',
    why: 'Half of my cravings are lunch.',
    measure: { type: 'amount', unit: 'meals', target: 3 },
    schedule: daily,
    mark: meals,
    today: partly(1),
  },
  {
    from: 12,
    title: '20 minutes outside',
    why: 'The heron will not come to me.',
    measure: { type: 'amount', unit: 'minutes', target: 20 },
    schedule: daily,
    restsAnkle: true,
    mark: outside,
    today: done(25),
  },
  {
    from: 28,
    title: 'Call someone',
    why: 'Start with telling people things.',
    measure: yesNo,
    schedule: daily,
    mark: call,
    today: done(),
  },
  { from: 6, title: 'Journal', why: '', measure: yesNo, schedule: daily, mark: page, today: null },
  {
    from: 33,
    title: 'In bed by 23:00',
    why: 'Six comes at six.',
    measure: yesNo,
    schedule: daily,
    mark: bed,
    today: null,
  },
  {
    from: 5,
    title: 'Three meetings a week',
    why: 'I do not have to want to be there.',
    measure: yesNo,
    schedule: { type: 'times-a-week', times: 3 },
    mark: meetings,
    today: null,
  },
  {
    from: 138,
    title: 'Swim before eight',
    why: 'You come up again.',
    measure: yesNo,
    schedule: { type: 'weekdays', days: [2, 5] },
    restsAnkle: true,
    mark: swim,
    today: null,
  },
];

/** The goals of a year that ends today. */
export const goalPlans = (today: LocalDate): GoalPlan[] => {
  const dayAt = (on: number): LocalDate => addDays(today, on - story.today);
  const ankle = { from: dayAt(story.ankle.from), to: dayAt(story.ankle.to) };
  return specs.map(({ title, why, measure, schedule, restsAnkle = false, from, ...rest }) => ({
    ...rest,
    from,
    content: { title, why, measure, schedule, starts: dayAt(from), ends: null, pauses: restsAnkle ? [ankle] : [] },
  }));
};

/** Days on which an entry was written, and days on which one speaks of a meeting. */
type Known = { readonly wrote: ReadonlySet<number>; readonly met: ReadonlySet<number> };

/** The marks of a goal on the days of the year and today, with the day of the story each belongs to. */
export const marksOfGoal = (
  { content, from, mark, today }: GoalPlan,
  days: readonly StoryDay[],
  { known, random }: { readonly known: Known; readonly random: Random },
): { readonly on: number; readonly marking: NonNullable<Marking> }[] => {
  const { schedule, pauses } = content;
  const due = ({ weekday, day }: StoryDay): boolean =>
    (schedule.type !== 'weekdays' || schedule.days.includes(weekday)) &&
    !pauses.some((pause) => day >= pause.from && day <= (pause.to ?? day));
  const past = days
    .filter((day) => day.on >= from && due(day) && !random.chance(carelessness(day.on)))
    .map((day) => ({
      on: day.on,
      marking: mark(
        { ...day, wrote: known.wrote.has(day.on), met: known.met.has(day.on) || random.chance(0.36) },
        random,
      ),
    }));
  return [...past, { on: story.today, marking: today }].flatMap(({ on, marking }) =>
    marking === null ? [] : [{ on, marking }],
  );
};
