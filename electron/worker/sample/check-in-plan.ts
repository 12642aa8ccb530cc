import { type CheckIn, type HaltState, hasAnswer } from '#core/check-in';
import { feelingsOf, toneOf } from './feelings';
import { checkInNotes } from './notes';
import type { Tone } from './passage';
import type { Random } from './random';
import { isFree, isQuiet, type Moment, momentOf, type StoryDay, story, within } from './story';

/** A check-in to be: everything but its identity. */
export type CheckInPlan = {
  readonly moment: Moment;
  readonly answers: Pick<
    CheckIn,
    'mood' | 'craving' | 'energy' | 'confidence' | 'sleepMinutes' | 'halt' | 'feelings' | 'note'
  >;
};

const scale = (value: number): number => Math.min(10, Math.max(0, Math.round(value)));

const haltOf = (mood: number, evening: boolean, random: Random): HaltState[] => {
  const low = mood < 2.5;
  const chances: readonly (readonly [HaltState, number])[] = [
    ['hungry', 0.08],
    ['angry', low ? 0.2 : 0.05],
    ['lonely', low && evening ? 0.4 : 0.08],
    ['tired', low ? 0.5 : 0.25],
    ['bored', evening ? 0.12 : 0.04],
  ];
  return chances.filter(([, chance]) => random.chance(chance)).map(([state]) => state);
};

/** Notes by tone, each to be taken once. */
type Notes = Readonly<Record<Tone, string[]>>;

/** The notes of a year in some order. */
const notesOf = (random: Random): Notes => ({
  low: random.shuffled(checkInNotes.low),
  mid: random.shuffled(checkInNotes.mid),
  high: random.shuffled(checkInNotes.high),
});

const maybe = <T>(value: T, chance: number, random: Random): T | null => (random.chance(chance) ? value : null);

/** When a check-in is made, and whether it is the day's first, which is the one that tells of the night. */
export type Look = {
  readonly moment: Moment;
  readonly minutes: number;
  readonly first: boolean;
  readonly mostFeelings: number;
};

/** One check-in of a day. The mood's scatter within a day is smaller than that between days. */
export const checkInOf = (
  { on, mood: latent, craving: urge }: StoryDay,
  { moment, minutes, first, mostFeelings }: Look,
  { random, notes }: { readonly random: Random; readonly notes: Notes },
): CheckInPlan => {
  const mood = Math.min(5, Math.max(1, Math.round(latent + 0.4 * random.bell())));
  const tone = toneOf(mood);
  const craving = scale(urge + (3 - mood) * 0.8 + 1.2 * random.bell());
  const sleep = 315 + Math.min(100, Math.max(0, on) * 1.4) + (latent - 3) * 22 + 40 * random.bell();
  const note = random.chance(0.16) ? (notes[tone].pop() ?? '') : '';
  return {
    moment,
    answers: {
      mood,
      craving: maybe(craving, 0.94, random),
      energy: maybe(scale(4.6 + (mood - 3) * 1.3 + 1.1 * random.bell()), 0.8, random),
      confidence: maybe(scale(6 + (mood - 3) * 0.7 - (craving - 3) * 0.5 + random.bell()), 0.8, random),
      sleepMinutes: first ? maybe(Math.min(640, Math.max(90, 5 * Math.round(sleep / 5))), 0.8, random) : null,
      halt: haltOf(mood, minutes > 1080, random),
      feelings: feelingsOf(tone, mostFeelings, random),
      note,
    },
  };
};

/** How likely a day of the year has a check-in at all. */
const chanceOf = (on: number): number => {
  if (isQuiet(on)) return 0;
  if (on < story.firstRun) return 0.3;
  if (!isFree(on)) return 0.2;
  if (within(on, story.badWeek)) return 0.97;
  return on > story.today - 30 ? 0.92 : 0.84;
};

const timesOf = ({ lates }: StoryDay, random: Random): number[] => {
  const evening = lates ? random.int(1365, 1425) : random.int(1200, 1365);
  const morning = random.int(385, 560);
  if (random.chance(0.04)) return [morning, random.int(720, 840), evening];
  if (random.chance(0.26)) return [morning, evening];
  return [random.chance(0.15) ? morning : evening];
};

/** The check-ins of the year in order, with its gaps and its bad week; none today. */
export const checkInsOfYear = (days: readonly StoryDay[], zone: string, random: Random): CheckInPlan[] => {
  const notes = notesOf(random);
  return days
    .filter(({ on }) => random.chance(chanceOf(on)))
    .flatMap((day) =>
      timesOf(day, random).map((minutes, index) => {
        const moment = momentOf(day.day, minutes + random.int(0, 59_999) / 60_000, zone);
        return checkInOf(day, { moment, minutes, first: index === 0, mostFeelings: 3 }, { random, notes });
      }),
    )
    .filter(({ answers }) => hasAnswer(answers));
};
