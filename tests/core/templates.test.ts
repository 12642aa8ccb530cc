import { describe, expect, it, test } from 'vitest';
import { type Block, document, documentText } from '#core/document';
import { entryDraft } from '#core/entry';
import { buildTemplate, builtInTemplates, type Template, type TemplatePart } from '#core/templates';
import en from '#locales/en';
import { anEntry } from '#tests/support/builders';

const all: readonly Template[] = builtInTemplates;

type Words = string | { readonly [key: string]: Words };

/** The catalogue's words of a key; a key without words fails the test. */
const wordsOf = (key: string): string => {
  let found: Words | undefined = en;
  for (const step of key.split('.')) found = typeof found === 'object' ? found[step] : undefined;
  if (typeof found !== 'string') throw new Error(`no words for ${key}`);
  return found;
};

const keysIn = (part: TemplatePart): readonly string[] => {
  switch (part.type) {
    case 'line':
    case 'question':
      return [part.words];
    case 'checklist':
      return [part.words, ...part.items];
    case 'room':
      return [];
  }
};

const keysOf = ({ title, parts }: Template): string[] => [title, ...parts.flatMap(keysIn)];

const isRoom = (block: Block | undefined): boolean => block?.type === 'paragraph' && block.content === undefined;
const headingsOf = (blocks: readonly Block[]) => blocks.filter((block) => block.type === 'heading');
const built = all.map((template) => ({ key: template.key, template, ...buildTemplate(template, wordsOf) }));

describe('a template', () => {
  it.each(built)('$key becomes an entry that the journal takes', ({ template: { kind }, title, body }) => {
    expect(document.safeParse(body).success).toBe(true);
    expect(entryDraft.safeParse(anEntry({ kind, title, body })).success).toBe(true);
    expect(title).not.toBe('');
  });

  it.each(built)('$key has under every heading of level 3 room to write, and ends with room', ({ body }) => {
    for (const [index, block] of body.content.entries()) {
      if (block.type !== 'heading') continue;
      expect(block.attrs.level).toBe(3);
      const next = body.content[index + 1];
      expect(isRoom(next?.type === 'taskList' ? body.content[index + 2] : next)).toBe(true);
    }
    expect(isRoom(body.content.at(-1))).toBe(true);
  });

  it.each(built)('$key says all its words in their order, and nothing else', ({ template, title, body }) => {
    const said = [title, ...documentText(body).split('\n')].filter((line) => line !== '');
    expect(said).toEqual(keysOf(template).map(wordsOf));
  });

  it.each(built.filter(({ key }) => key !== 'letter'))('$key asks three to six questions', ({ body }) => {
    const asked = headingsOf(body.content).length;
    expect(asked).toBeGreaterThanOrEqual(3);
    expect(asked).toBeLessThanOrEqual(6);
  });

  test('has boxes that nobody has checked yet', () => {
    const lists = built.flatMap(({ body }) => body.content.filter((block) => block.type === 'taskList'));
    expect(lists.length).toBeGreaterThan(0);
    for (const { content } of lists) expect(content.map(({ attrs }) => attrs.checked)).not.toContain(true);
  });

  test('gives every page a body of its own', () => {
    for (const template of all) {
      const [one, other] = [buildTemplate(template, wordsOf).body, buildTemplate(template, wordsOf).body];
      expect(new Set([...one.content, ...other.content]).size).toBe(one.content.length + other.content.length);
    }
  });
});

describe('the templates that come with Ebb', () => {
  it('are these, of these kinds', () => {
    expect(all.map(({ key, kind }) => [key, kind])).toEqual([
      ['after-craving', 'page'],
      ['meeting', 'page'],
      ['therapy', 'page'],
      ['gratitude', 'page'],
      ['letter', 'letter'],
      ['evening-review', 'page'],
      ['weekly-review', 'weekly-review'],
    ]);
  });

  it('use every word of the catalogue under their key, each once, and no other', () => {
    const catalogue = Object.entries(en.templates).flatMap(([template, words]) =>
      Object.keys(words).map((word) => `templates.${template}.${word}`),
    );
    expect(all.flatMap(keysOf).sort()).toEqual(catalogue.sort());
    for (const template of all) {
      for (const key of keysOf(template)) expect(key.startsWith(`templates.${template.key}.`)).toBe(true);
    }
  });

  it('only begin the letter, and say that it is not sent', () => {
    const letter = built.find(({ key }) => key === 'letter');
    expect(headingsOf(letter?.body.content ?? [])).toEqual([]);
    expect(letter?.body.content.length).toBeLessThanOrEqual(4);
    expect(documentText(letter?.body ?? { type: 'doc', content: [] })).toMatch(
      /^This letter stays in your journal\. Nothing is sent/,
    );
  });
});
