import type { Document } from '#core/document';
import type { EntryKind } from '#core/entry';
import type { Mood } from '#core/feeling';
import type { LocalDate } from '#core/local-date';
import { type Composition, compose, composeList, shelfOf } from './composer';
import { feelingsOf, toneOf } from './feelings';
import { documentOf } from './markup';
import type { Piece, Tone } from './passage';
import type { Random } from './random';
import { isFree, isQuiet, type Moment, minutesOf, momentOf, onWeekday, type StoryDay, story } from './story';
import { pieces, readPassages } from './texts';

/** An entry to be: everything but its identity. */
export type EntryPlan = {
  readonly moment: Moment;
  readonly title: string;
  readonly body: Document;
  readonly kind: EntryKind;
  readonly mood: Mood | null;
  readonly pinned: boolean;
  readonly tags: readonly string[];
  readonly feelings: readonly string[];
};

/** A piece on the day on which it falls. */
export type PlacedPiece = { readonly on: number; readonly piece: Piece };

/** The pieces on their days. */
export const placePieces = (today: LocalDate): PlacedPiece[] =>
  pieces.map((piece) => ({
    piece,
    on: piece.weekday === undefined ? piece.on : onWeekday(today, piece.on, piece.weekday),
  }));

/** In minutes past midnight. */
const EVENING = 1140;
const LATE = 1400;
/** What passages speak of as tonight's. */
const eveningThemes = ['night', 'meeting'] as const;

type Slot = { readonly at: StoryDay; readonly minutes: number };

const chanceOf = ({ on, mood }: StoryDay, told: boolean): number => {
  if (on >= story.lastDays || isQuiet(on) || (on >= story.firstRun && !isFree(on))) return 0;
  if (on < story.firstRun) return 0.05;
  if (told) return 0.05;
  return mood < 2 ? 0.5 : 0.68;
};

const eveningOf = ({ lates }: StoryDay, random: Random): number => {
  if (random.chance(0.09)) return random.int(370, 520);
  if (random.chance(0.06)) return random.int(730, 830);
  return lates && random.chance(0.7) ? random.int(1365, 1430) : random.int(1150, 1370);
};

const slotsOf = (days: readonly StoryDay[], told: ReadonlySet<number>, random: Random): Slot[] =>
  days.flatMap((at) => {
    const slots: Slot[] = [];
    if (random.chance(chanceOf(at, told.has(at.on)))) slots.push({ at, minutes: eveningOf(at, random) });
    if (slots.length > 0 && random.chance(0.05)) slots.push({ at, minutes: random.int(740, 830) });
    return slots;
  });

const moodOf: Readonly<Record<Tone, (mood: number, random: Random) => Mood>> = {
  low: (mood) => (mood < 1.6 ? 1 : 2),
  mid: () => 3,
  high: (mood, random) => (mood > 4.3 || random.chance(0.15) ? 5 : 4),
};

/** Themes that are too small to be anybody's tag. */
const untagged: ReadonlySet<string> = new Set([
  'food',
  'haircut',
  'hands',
  'market',
  'mending',
  'mirror',
  'phone',
  'rain',
  'stars',
  'street',
  'sunday',
  'teeth',
  'thoughts',
]);

const tagsOf = ({ themes }: Composition, { minutes }: Slot): string[] => {
  const tags = themes.filter((theme) => !untagged.has(theme));
  return minutes > LATE && !tags.includes('night') ? [...tags, 'night'] : tags;
};

type Scene = { readonly today: LocalDate; readonly zone: string; readonly random: Random };

const composedEntries = (
  days: readonly StoryDay[],
  told: ReadonlySet<number>,
  { zone, random }: Scene,
): EntryPlan[] => {
  const shelf = shelfOf(readPassages(), random);
  const slots = slotsOf(days, told, random);
  const themes = new Map<number, readonly string[]>();
  const neighbours = (index: number): Set<string> =>
    new Set([index - 1, index + 1].flatMap((other) => themes.get(other) ?? []));
  const planOf = (index: number, slot: Slot): EntryPlan[] => {
    const { at, minutes } = slot;
    const tone = toneOf(at.mood);
    const wish = {
      on: at.on,
      tone,
      avoid: new Set([...neighbours(index), ...(minutes < EVENING ? eveningThemes : [])]),
    };
    const listed = random.chance(0.1) ? composeList(shelf, wish) : undefined;
    const composition = listed ?? compose(shelf, wish) ?? composeList(shelf, wish);
    if (composition === undefined) return [];
    themes.set(index, composition.themes);
    return [
      {
        moment: momentOf(at.day, minutes + random.int(0, 59_999) / 60_000, zone),
        title: random.chance(0.1) ? '' : composition.title,
        body: documentOf(composition.markup),
        kind: 'page',
        mood: random.chance(0.1) ? null : moodOf[tone](at.mood, random),
        pinned: false,
        tags: tagsOf(composition, slot),
        feelings: feelingsOf(tone, 2, random),
      },
    ];
  };
  // Not in the order of time: what runs short should run short everywhere, not in the weeks that are seen first.
  return random.shuffled([...slots.entries()]).flatMap(([index, slot]) => planOf(index, slot));
};

const toldEntry = ({ on, piece }: PlacedPiece, days: readonly StoryDay[], { zone, random }: Scene): EntryPlan[] => {
  const at = days[on - story.begins];
  if (at === undefined) return [];
  const minutes = piece.time === undefined ? random.int(1170, 1340) : minutesOf(piece.time);
  return [
    {
      moment: momentOf(at.day, minutes + random.int(0, 59_999) / 60_000, zone),
      title: piece.title,
      body: documentOf(piece.text),
      kind: piece.kind ?? 'page',
      mood: piece.mood,
      pinned: piece.pinned ?? false,
      tags: piece.tags,
      feelings: piece.feelings,
    },
  ];
};

/** The entries of the year in the order in which they were written; no paragraph twice. */
export const entriesOfYear = (days: readonly StoryDay[], placed: readonly PlacedPiece[], scene: Scene): EntryPlan[] =>
  [
    ...placed.flatMap((piece) => toldEntry(piece, days, scene)),
    ...composedEntries(days, new Set(placed.map(({ on }) => on)), scene),
  ].sort((one, other) => one.moment.at - other.moment.at);
