import { addDays, dayOf, daysBetween, instantOf, type LocalDate, weekdayOf } from '#core/local-date';
import type { Random } from './random';

/** The turns of the story, in days after the first day of the first run. Days free up to today: 76 + 97 + 139 of 321. */
export const story = {
  begins: -45,
  firstRun: 0,
  firstSlip: 76,
  secondRun: 81,
  /** Nine days of which nothing is known, and six after the pawnshop. */
  quiet: [
    { from: 118, to: 126 },
    { from: 257, to: 262 },
  ],
  secondSlip: 178,
  thirdRun: 182,
  ankle: { from: 204, to: 218 },
  badWeek: { from: 225, to: 231 },
  forklift: 283,
  /** From here to today every entry is told whole. */
  lastDays: 314,
  today: 320,
} as const;

/** A day of the story with how it feels. */
export type StoryDay = {
  readonly on: number;
  readonly day: LocalDate;
  readonly weekday: number;
  /** 1 to 5, with everything in between. */
  readonly mood: number;
  /** 0 to 10: how strong cravings are at the time. */
  readonly craving: number;
  /** A week of late shifts. */
  readonly lates: boolean;
};

/** An instant with the place and the date on the wall, as records carry it. */
export type Moment = { readonly at: number; readonly zone: string; readonly day: LocalDate };

/** Minutes past midnight (down to the millisecond, as a fraction) of a day, as records carry it. */
export const momentOf = (day: LocalDate, minutes: number, zone: string): Moment => {
  const at = Math.round(instantOf(day, minutes, zone));
  return { at, zone, day: dayOf(at, zone) };
};

const DAY_MS = 86_400_000;

/** momentOf for many moments of one day: looks at the zone once, unless its clocks change on that day. */
export const dayClock = (day: LocalDate, zone: string): ((minutes: number) => Moment) => {
  const midnight = instantOf(day, 0, zone);
  const steady = instantOf(addDays(day, 1), 0, zone) - midnight === DAY_MS;
  return (minutes) =>
    steady ? { at: midnight + Math.round(minutes * 60_000), zone, day } : momentOf(day, minutes, zone);
};

/** Minutes past midnight of `HH:MM`. */
export const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** Whether a day lies in a span, both ends included. */
export const within = (on: number, { from, to }: { readonly from: number; readonly to: number }): boolean =>
  on >= from && on <= to;

/** Whether nothing was recorded on a day. */
export const isQuiet = (on: number): boolean => story.quiet.some((span) => within(on, span));

/** Whether a day belongs to one of the runs, and not to the time before the first or between a slip and the next. */
export const isFree = (on: number): boolean =>
  on >= story.firstRun &&
  !within(on, { from: story.firstSlip, to: story.secondRun - 1 }) &&
  !within(on, { from: story.secondSlip, to: story.thirdRun - 1 });

type Curve = readonly (readonly [on: number, value: number])[];

const moodCurve: Curve = [
  [-45, 2.1],
  [-1, 2],
  [0, 1.9],
  [12, 2.8],
  [40, 3.3],
  [62, 3.3],
  [70, 2.3],
  [76, 1.4],
  [80, 1.3],
  [82, 2],
  [95, 2.8],
  [117, 3.4],
  [127, 3.1],
  [150, 3.7],
  [166, 3.2],
  [177, 2],
  [181, 1.4],
  [184, 2.2],
  [200, 3.1],
  [224, 3.4],
  [225, 1.5],
  [231, 1.6],
  [235, 2.7],
  [250, 3.4],
  [285, 3.7],
  [320, 3.8],
];

const cravingCurve: Curve = [
  [-45, 7],
  [0, 7],
  [20, 5],
  [60, 3],
  [70, 5],
  [80, 8],
  [86, 6],
  [117, 3],
  [160, 2.5],
  [176, 5],
  [181, 8],
  [190, 5],
  [224, 2.5],
  [225, 6],
  [231, 6],
  [240, 3],
  [320, 1.6],
];

const levelAt = (curve: Curve, on: number): number => {
  const next = curve.findIndex(([at]) => at >= on);
  const [toAt, to] = curve[next] ?? curve.at(-1) ?? [0, 3];
  const [fromAt, from] = curve[next - 1] ?? [toAt, to];
  return toAt === fromAt ? to : from + ((to - from) * (on - fromAt)) / (toAt - fromAt);
};

const clampMood = (mood: number): number => Math.min(5, Math.max(1, mood));

/** Moods hang together from one day to the next: part of yesterday's deviation stays. */
const MEMORY = 0.5;
const SPREAD = 0.62;

/** The days of the year up to yesterday; `told` are the moods of days on which a piece says how it was. */
export const daysOfYear = (
  today: LocalDate,
  { random, told }: { readonly random: Random; readonly told: ReadonlyMap<number, number> },
): StoryDay[] => {
  let deviation = 0;
  return Array.from({ length: story.today - story.begins }, (_, index) => {
    const on = story.begins + index;
    const day = addDays(today, on - story.today);
    const curve = levelAt(moodCurve, on);
    deviation = MEMORY * deviation + SPREAD * random.bell();
    const swing = within(on, story.badWeek) ? Math.min(deviation, 0.3) : deviation;
    const mood = clampMood(told.get(on) ?? curve + swing);
    const lates = on > 40 && on < 230 && Math.floor(on / 7) % 2 === 0;
    return { on, day, weekday: weekdayOf(day), mood, craving: levelAt(cravingCurve, on), lates };
  });
};

/** So many days before the year of the story, for journals larger than a year; moods drift slowly. */
export const daysBefore = (today: LocalDate, count: number, random: Random): StoryDay[] => {
  let deviation = 0;
  const first = story.begins - count;
  return Array.from({ length: count }, (_, index) => {
    const on = first + index;
    const day = addDays(today, on - story.today);
    deviation = MEMORY * deviation + SPREAD * random.bell();
    const mood = clampMood(3 + 0.6 * Math.sin(on / 140) + deviation);
    return { on, day, weekday: weekdayOf(day), mood, craving: 4 + 2 * Math.sin(on / 90), lates: false };
  });
};

/** Moves a day of the story to the nearest one with an ISO weekday. */
export const onWeekday = (today: LocalDate, on: number, weekday: number): number => {
  const day = addDays(today, on - story.today);
  const shift = (((weekday - weekdayOf(day) + 10) % 7) + 7) % 7;
  return on + shift - 3;
};

/** Which day of the story a date is. */
export const storyDayOf = (today: LocalDate, day: LocalDate): number => story.today + daysBetween(today, day);
