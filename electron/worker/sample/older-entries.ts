import { type Block, type Document, documentText, type Inline } from '#core/document';
import type { Mood } from '#core/feeling';
import { feelingsOf, toneOf } from './feelings';
import type { Random } from './random';
import { itemOf, sentenceOf, titleOf } from './sentences';
import { dayClock, type Moment, type StoryDay } from './story';
import type { EntryPlan } from './year-entries';

const tags = [
  'work',
  'river',
  'meeting',
  'family',
  'maya',
  'cooking',
  'sleep',
  'craving',
  'clinic',
  'town',
  'money',
  'home',
  'night',
  'dana',
  'therapy',
  'pool',
  'car',
  'books',
  'bees',
  'garden',
] as const;

/** In words; the mean is about 150. */
const SHORTEST = 48;
const LONGEST = 360;

const targetOf = (random: Random): number => SHORTEST + Math.floor((LONGEST - SHORTEST) * random.next() ** 2.3);

const countSpaces = (text: string): number => text.split(/\s/).length;

const paragraph = (content: Inline[]): Block => ({ type: 'paragraph', content });

const emphasised = (sentences: readonly string[], random: Random): Inline[] => {
  const text = sentences.join(' ');
  if (sentences.length < 2 || !random.chance(0.1)) return [{ type: 'text', text }];
  const [first = '', ...rest] = sentences;
  return [
    { type: 'text', text: first, marks: [{ type: random.chance(0.5) ? 'bold' : 'italic' }] },
    { type: 'text', text: ` ${rest.join(' ')}` },
  ];
};

const listBlock = (random: Random): Block => {
  const items = Array.from({ length: random.int(3, 5) }, () => [paragraph([{ type: 'text', text: itemOf(random) }])]);
  return random.chance(0.6)
    ? { type: 'bulletList', content: items.map((content) => ({ type: 'listItem', content })) }
    : {
        type: 'taskList',
        content: items.map((content) => ({ type: 'taskItem', attrs: { checked: random.chance(0.5) }, content })),
      };
};

const extraBlock = (random: Random): Block | null => {
  const dice = random.next();
  if (dice < 0.03) return { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: titleOf(random) }] };
  if (dice < 0.05) return { type: 'blockquote', content: [paragraph([{ type: 'text', text: sentenceOf(random) }])] };
  return dice < 0.07 ? listBlock(random) : null;
};

const bodyOf = (random: Random): Document => {
  const content: Block[] = [];
  const target = targetOf(random);
  let words = 0;
  while (words < target) {
    const sentences: string[] = [];
    const wanted = random.int(2, 5);
    while (sentences.length < wanted && words < target) {
      const sentence = sentenceOf(random);
      sentences.push(sentence);
      words += countSpaces(sentence);
    }
    content.push(paragraph(emphasised(sentences, random)));
    const extra = words + 60 < target ? extraBlock(random) : null;
    if (extra === null) continue;
    content.push(extra);
    words += countSpaces(documentText({ type: 'doc', content: [extra] }));
  }
  return { type: 'doc', content };
};

const entryOf = (moment: Moment, { mood: latent }: StoryDay, random: Random): EntryPlan => {
  const tone = toneOf(latent);
  const mood = Math.round(latent) as Mood;
  return {
    moment,
    title: random.chance(0.12) ? '' : titleOf(random),
    body: bodyOf(random),
    kind: 'page',
    mood: random.chance(0.15) ? null : mood,
    pinned: false,
    tags: random.chance(0.75) ? [random.pick(tags)] : [],
    feelings: random.chance(0.4) ? feelingsOf(tone, 2, random) : [],
  };
};

/** How many of `total` things fall on each of so many days: uneven, and exactly `total` together. */
export const spread = (total: number, days: number, random: Random): number[] => {
  let left = total;
  return Array.from({ length: days }, (_, index) => {
    const mean = left / (days - index);
    const count =
      index === days - 1 ? left : Math.min(left, Math.floor(mean * (0.4 + 1.2 * random.next()) + random.next()));
    left -= count;
    return count;
  });
};

/** Different minutes of a day (with a fraction of their own) in order. */
export const minutesIn = (count: number, random: Random): number[] =>
  Array.from({ length: count }, () => random.int(22_800_000, 86_000_000) / 60_000).sort((one, other) => one - other);

/** So many entries over the days before the year, in order, no two alike; made one by one, since there may be 100,000. */
export function* entriesBefore(
  days: readonly StoryDay[],
  total: number,
  { zone, random }: { readonly zone: string; readonly random: Random },
): Generator<EntryPlan> {
  const counts = spread(total, days.length, random);
  for (const [index, day] of days.entries()) {
    const momentAt = dayClock(day.day, zone);
    for (const minutes of minutesIn(counts[index] ?? 0, random)) yield entryOf(momentAt(minutes), day, random);
  }
}
