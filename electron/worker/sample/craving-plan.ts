import type { Craving } from '#core/craving';
import { type CravingScene, notedScenes, plainScenes } from './craving-scenes';
import type { Random } from './random';
import { isFree, isQuiet, type Moment, minutesOf, momentOf, type StoryDay, story } from './story';

/** A craving to be: everything but its identity. */
export type CravingPlan = {
  readonly moment: Moment;
  readonly details: Pick<
    Craving,
    'endedAt' | 'before' | 'after' | 'place' | 'company' | 'note' | 'outcome' | 'triggers'
  >;
};

type Told = {
  readonly on: number;
  readonly time: string;
  readonly lasted: number | null;
} & Omit<CravingPlan['details'], 'endedAt'>;

/** Cravings that an entry speaks of. */
const told: readonly Told[] = [
  {
    on: 50,
    time: '17:35',
    lasted: 25,
    before: 8,
    after: 3,
    place: 'bus',
    company: 'strangers',
    note: 'Two words from Col. Rang nobody, went to the kiosk.',
    outcome: 'passed',
    triggers: ['someone from before'],
  },
  {
    on: 76,
    time: '21:10',
    lasted: null,
    before: 9,
    after: null,
    place: 'the old street',
    company: 'alone',
    note: '',
    outcome: 'used',
    triggers: ['argument', 'bad sleep', 'payday', 'the old street'],
  },
  {
    on: 178,
    time: '22:20',
    lasted: null,
    before: 9,
    after: null,
    place: 'the old street',
    company: 'alone',
    note: 'I knew it was two of them.',
    outcome: 'used',
    triggers: ['late shift', 'tired', 'the old street'],
  },
  {
    on: 228,
    time: '22:45',
    lasted: 70,
    before: 9,
    after: 3,
    place: 'depot car park',
    company: 'alone',
    note: 'Car dead, rain, Terry. Rang. She came.',
    outcome: 'passed',
    triggers: ['late shift', 'alone in the evening', 'someone from before'],
  },
  {
    on: 316,
    time: '16:10',
    lasted: 55,
    before: 7,
    after: 2,
    place: 'depot car park',
    company: 'alone',
    note: 'A door with the paint coming off. Frank, then the pool.',
    outcome: 'passed',
    triggers: ['payday'],
  },
  {
    on: 318,
    time: '18:50',
    lasted: 12,
    before: 7,
    after: 5,
    place: 'outside the meeting',
    company: 'alone',
    note: 'Name it, rate it, wait four breaths.',
    outcome: 'passed',
    triggers: ['tired'],
  },
];

const outcomeOf = (random: Random): 'passed' | 'still-there' | 'unknown' => {
  if (random.chance(0.78)) return 'passed';
  return random.chance(0.5) ? 'still-there' : 'unknown';
};

const afterOf = (before: number, outcome: 'passed' | 'still-there' | 'unknown', random: Random): number | null => {
  if (outcome === 'unknown') return null;
  const fall = outcome === 'passed' ? random.int(2, 6) : random.int(0, 1);
  return Math.max(0, before - fall);
};

/** Scenes by day tend to come by day, and those of a night at home in the evening. */
const minutesOfScene = ({ place, trigger }: CravingScene, random: Random): number => {
  if (trigger === 'bad sleep') return random.int(390, 520);
  if (trigger === 'late shift') return random.int(1290, 1400);
  return place === 'home' || place.startsWith('outside') ? random.int(1110, 1400) : random.int(560, 1180);
};

const cravingOf = (
  { day, craving }: StoryDay,
  zone: string,
  { random, scenes }: { readonly random: Random; readonly scenes: CravingScene[] },
): CravingPlan => {
  const scene = (random.chance(0.55) ? scenes.pop() : undefined) ?? random.pick(plainScenes);
  const { place, company, trigger, note } = scene;
  const moment = momentOf(day, minutesOfScene(scene, random), zone);
  const before = Math.min(10, Math.max(2, Math.round(craving + 1.8 + 1.2 * random.bell())));
  const outcome = outcomeOf(random);
  const other = random.chance(0.3) ? [random.pick(plainScenes).trigger] : [];
  return {
    moment,
    details: {
      endedAt: outcome === 'unknown' ? null : moment.at + random.int(6, 42) * 60_000,
      before,
      after: afterOf(before, outcome, random),
      place,
      company,
      note,
      outcome,
      triggers: [...new Set([trigger, ...other])],
    },
  };
};

const toldCraving = (
  { on, time, lasted, ...details }: Told,
  days: readonly StoryDay[],
  zone: string,
): CravingPlan[] => {
  const at = days[on - story.begins];
  if (at === undefined) return [];
  const moment = momentOf(at.day, minutesOf(time), zone);
  return [{ moment, details: { ...details, endedAt: lasted === null ? null : moment.at + lasted * 60_000 } }];
};

/** The cravings of the year in order: those that entries speak of, and others, fewer as time goes on. */
export const cravingsOfYear = (days: readonly StoryDay[], zone: string, random: Random): CravingPlan[] => {
  const scenes = random.shuffled(notedScenes);
  const others = days
    .filter(({ on, craving }) => isFree(on) && !isQuiet(on) && random.chance(craving / 17))
    .map((day) => cravingOf(day, zone, { random, scenes }));
  return [...told.flatMap((craving) => toldCraving(craving, days, zone)), ...others].sort(
    (one, other) => one.moment.at - other.moment.at,
  );
};
