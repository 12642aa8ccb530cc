import type { Block, Document } from './document';
import type { EntryKind } from './entry';

/** A piece of a template; `W` are the keys of its words. */
export type TemplatePart<W extends string = string> =
  /** A sentence to read, or the beginning of one to go on with. */
  | { readonly type: 'line'; readonly words: W }
  /** A heading, and room to write below it. */
  | { readonly type: 'question'; readonly words: W }
  /** A heading, boxes to check, and room to write below them. */
  | { readonly type: 'checklist'; readonly words: W; readonly items: readonly W[] }
  /** An empty paragraph. */
  | { readonly type: 'room' };

/** A page to begin with. */
export type Template<W extends string = string> = {
  readonly key: string;
  readonly kind: EntryKind;
  readonly title: W;
  readonly parts: readonly TemplatePart<W>[];
};

/** The templates that come with Ebb; their words stand in the catalogue under these keys. */
export const builtInTemplates = [
  {
    key: 'after-craving',
    kind: 'page',
    title: 'templates.after-craving.title',
    parts: [
      { type: 'line', words: 'templates.after-craving.begin' },
      { type: 'question', words: 'templates.after-craving.before' },
      { type: 'question', words: 'templates.after-craving.strength' },
      { type: 'question', words: 'templates.after-craving.then' },
      { type: 'question', words: 'templates.after-craving.helped' },
      {
        type: 'checklist',
        words: 'templates.after-craving.kind',
        items: [
          'templates.after-craving.water',
          'templates.after-craving.food',
          'templates.after-craving.rest',
          'templates.after-craving.company',
        ],
      },
    ],
  },
  {
    key: 'meeting',
    kind: 'page',
    title: 'templates.meeting.title',
    parts: [
      { type: 'line', words: 'templates.meeting.begin' },
      { type: 'question', words: 'templates.meeting.stayed' },
      { type: 'question', words: 'templates.meeting.yours' },
      { type: 'question', words: 'templates.meeting.unsaid' },
      { type: 'question', words: 'templates.meeting.take' },
    ],
  },
  {
    key: 'therapy',
    kind: 'page',
    title: 'templates.therapy.title',
    parts: [
      { type: 'line', words: 'templates.therapy.begin' },
      { type: 'question', words: 'templates.therapy.about' },
      { type: 'question', words: 'templates.therapy.feel' },
      { type: 'question', words: 'templates.therapy.keep' },
      { type: 'question', words: 'templates.therapy.try' },
      { type: 'question', words: 'templates.therapy.next' },
    ],
  },
  {
    key: 'gratitude',
    kind: 'page',
    title: 'templates.gratitude.title',
    parts: [
      { type: 'line', words: 'templates.gratitude.begin' },
      { type: 'question', words: 'templates.gratitude.good' },
      { type: 'question', words: 'templates.gratitude.who' },
      { type: 'question', words: 'templates.gratitude.own' },
    ],
  },
  {
    key: 'letter',
    kind: 'letter',
    title: 'templates.letter.title',
    parts: [
      { type: 'line', words: 'templates.letter.unsent' },
      { type: 'line', words: 'templates.letter.to' },
      { type: 'line', words: 'templates.letter.begin' },
      { type: 'room' },
    ],
  },
  {
    key: 'evening-review',
    kind: 'page',
    title: 'templates.evening-review.title',
    parts: [
      { type: 'line', words: 'templates.evening-review.begin' },
      { type: 'question', words: 'templates.evening-review.day' },
      { type: 'question', words: 'templates.evening-review.hard' },
      { type: 'question', words: 'templates.evening-review.held' },
      { type: 'question', words: 'templates.evening-review.leave' },
      { type: 'question', words: 'templates.evening-review.tomorrow' },
    ],
  },
  {
    key: 'weekly-review',
    kind: 'weekly-review',
    title: 'templates.weekly-review.title',
    parts: [
      { type: 'line', words: 'templates.weekly-review.begin' },
      { type: 'question', words: 'templates.weekly-review.week' },
      { type: 'question', words: 'templates.weekly-review.held' },
      { type: 'question', words: 'templates.weekly-review.slipped' },
      { type: 'question', words: 'templates.weekly-review.helped' },
      { type: 'question', words: 'templates.weekly-review.change' },
    ],
  },
] as const satisfies readonly Template[];
export type BuiltInTemplate = (typeof builtInTemplates)[number];
export type TemplateKey = BuiltInTemplate['key'];

const paragraph = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const heading = (text: string): Block => ({ type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text }] });
const room = (): Block => ({ type: 'paragraph' });

const blocksOf = <W extends string>(part: TemplatePart<W>, words: (key: W) => string): readonly Block[] => {
  switch (part.type) {
    case 'line':
      return [paragraph(words(part.words))];
    case 'question':
      return [heading(words(part.words)), room()];
    case 'checklist':
      return [
        heading(words(part.words)),
        {
          type: 'taskList',
          content: part.items.map((item) => ({
            type: 'taskItem',
            attrs: { checked: false },
            content: [paragraph(words(item))],
          })),
        },
        room(),
      ];
    case 'room':
      return [room()];
  }
};

/** The page that a template begins with: its title and a body of its own; `words` looks a key up and must not give an empty text. */
export const buildTemplate = <W extends string>(
  { title, parts }: Template<W>,
  words: (key: W) => string,
): { readonly title: string; readonly body: Document } => ({
  title: words(title),
  body: { type: 'doc', content: parts.flatMap((part) => blocksOf(part, words)) },
});
