import { countWords } from '#core/document';
import type { Passage, Tone } from './passage';
import type { Random } from './random';
import { listHeadings, listTitles, type SmallThing, smallTasks, smallThings } from './small-things';

/** What an entry has to be about: the day of the story, the tone, and the themes of its neighbours, to be avoided. */
export type Wish = { readonly on: number; readonly tone: Tone; readonly avoid: ReadonlySet<string> };

/** An entry's words: its markup and the themes that become its tags. */
export type Composition = { readonly title: string; readonly markup: string; readonly themes: readonly string[] };

/** What entries are composed of. Whatever is taken from it is gone, so that nothing is said twice. */
export type Shelf = {
  readonly random: Random;
  readonly passages: Set<Passage>;
  readonly things: Set<SmallThing>;
  readonly tasks: Set<SmallThing>;
  readonly titles: string[];
};

/** The shortest entry there is, in words. */
const FEWEST_WORDS = 40;

/** The day of the story from which on there are lists of small things. */
const LISTS_FROM = 10;

/** Out of how many fitting passages one is picked. */
const CANDIDATES = 4;

const nearby: Readonly<Record<Tone, readonly Tone[]>> = {
  low: ['low', 'mid'],
  mid: ['mid', 'high', 'low'],
  high: ['high', 'mid'],
};

/** A full shelf, everything on it in some order. */
export const shelfOf = (passages: readonly Passage[], random: Random): Shelf => ({
  random,
  passages: new Set(random.shuffled(passages)),
  things: new Set(random.shuffled(smallThings)),
  tasks: new Set(random.shuffled(smallTasks)),
  titles: random.shuffled(listTitles),
});

const takePassage = ({ passages, random }: Shelf, { on, avoid }: Wish, tones: readonly Tone[]): Passage | undefined => {
  for (const tone of tones) {
    const fitting = [...passages].filter(
      (passage) => passage.tone === tone && on >= passage.from && on <= passage.to && !avoid.has(passage.theme),
    );
    if (fitting.length === 0) continue;
    // Passages that are true only for a short while go first, so that the others last.
    fitting.sort((one, other) => one.to - one.from - (other.to - other.from) || other.from - one.from);
    const passage = random.pick(fitting.slice(0, CANDIDATES));
    passages.delete(passage);
    return passage;
  }
  return undefined;
};

/** Up to `count` things that can be true on a day, off the shelf. */
const take = (things: Set<SmallThing>, on: number, count: number): string[] => {
  const taken = [...things].filter(({ from }) => from <= on).slice(0, count);
  for (const thing of taken) things.delete(thing);
  return taken.map(({ text }) => text);
};

const bulleted = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

/** An entry that is nothing but a list; undefined when there is too little left for one, or too little to be glad of. */
export const composeList = (shelf: Shelf, { on, tone }: Wish): Composition | undefined => {
  if (tone === 'low' || on < LISTS_FROM) return undefined;
  const title = shelf.titles.pop();
  if (title === undefined) return undefined;
  const items = take(shelf.things, on, 5);
  while (countWords(bulleted(items)) < FEWEST_WORDS) {
    const [item] = take(shelf.things, on, 1);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return { title, markup: bulleted(items), themes: [] };
};

const join = (parts: readonly Passage[], headed: boolean): string =>
  parts.map(({ title, text }, index) => (headed && index > 0 ? `## ${title}\n\n${text}` : text)).join('\n\n');

const lengthen = ({ things, tasks, random }: Shelf, markup: string, { on, tone }: Wish): string => {
  if (tone !== 'low' && on >= LISTS_FROM && random.chance(0.28)) {
    const items = take(things, on, random.int(2, 4));
    return items.length < 2 ? markup : `${markup}\n\n## ${random.pick(listHeadings)}\n\n${bulleted(items)}`;
  }
  if (!random.chance(0.09)) return markup;
  const items = take(tasks, on, random.int(2, 3)).map((task) => `[${random.chance(0.4) ? 'x' : ' '}] ${task}`);
  return items.length < 2 ? markup : `${markup}\n\n## Tomorrow\n\n${bulleted(items)}`;
};

/** An entry of one or two passages (more if they are short), perhaps with a list; undefined when nothing fits any more. */
export const compose = (shelf: Shelf, wish: Wish): Composition | undefined => {
  const { random } = shelf;
  const first = takePassage(shelf, wish, nearby[wish.tone]);
  if (first === undefined) return undefined;
  const parts = [first];
  const wanted = random.chance(0.3) ? 2 : 1;
  const headed = random.chance(0.25);
  while (parts.length < wanted || countWords(join(parts, headed)) < FEWEST_WORDS) {
    const avoid = new Set([...wish.avoid, ...parts.map(({ theme }) => theme)]);
    const next = takePassage(shelf, { ...wish, avoid }, [wish.tone]);
    if (next === undefined) break;
    parts.push(next);
  }
  const markup = lengthen(shelf, join(parts, headed), wish);
  if (countWords(markup) < FEWEST_WORDS) return undefined;
  return { title: first.title, markup, themes: [...new Set(parts.map(({ theme }) => theme))] };
};
