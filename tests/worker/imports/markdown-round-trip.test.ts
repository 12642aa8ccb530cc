import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Block, type Document, document, type Inline, type Mark } from '#core/document';
import type { RecordId } from '#core/record';
import { trickyDocument } from '#tests/support/document-arbitraries';
import { documentToMarkdown } from '#worker/imports/document-to-markdown';
import { markdownToDocument } from '#worker/imports/markdown-to-document';

const addressOf = (id: RecordId): string => `pictures/${id}.jpg`;
const findPicture = (address: string): RecordId | 'as-words' =>
  (/^pictures\/([0-9a-f-]{36})\.jpg$/.exec(address)?.[1] as RecordId | undefined) ?? 'as-words';

const throughMarkdown = (made: Document): Document =>
  markdownToDocument(documentToMarkdown(made, addressOf), findPicture);

// What Markdown cannot carry, as documentToMarkdown says it.
const words = (text: string): string =>
  text.replace(/(?![\t\n])\p{Cc}/gu, ' ').replace(/[\p{Surrogate}\p{Noncharacter_Code_Point}]/gu, '\ufffd');

const keptMark = (mark: Mark): Mark => {
  if (mark.type !== 'link') return mark;
  const { href, title } = mark.attrs;
  return { type: 'link', attrs: title ? { href, title: words(title) } : { href } };
};

const keptInlines = (inlines: readonly Inline[] = []): Inline[] => {
  const kept: Inline[] = [];
  for (const inline of inlines) {
    const last = kept.at(-1);
    if (inline.type === 'hardBreak') {
      kept.push({ type: 'hardBreak' });
      continue;
    }
    const marks = (inline.marks ?? []).map(keptMark);
    if (last?.type === 'text' && JSON.stringify(last.marks ?? []) === JSON.stringify(marks))
      last.text += words(inline.text);
    else kept.push({ type: 'text', text: words(inline.text), ...(marks.length > 0 && { marks }) });
  }
  return kept;
};

const isEmpty = (block: Block): boolean => block.type === 'paragraph' && block.content === undefined;
const without = (blocks: readonly Block[]): Block[] => blocks.map(keptBlock).filter((block) => !isEmpty(block));
const filled = (blocks: readonly Block[]): Block[] => (blocks.length === 0 ? [{ type: 'paragraph' }] : [...blocks]);
const begun = (blocks: readonly Block[]): Block[] => {
  const [first = { type: 'paragraph' } as Block, ...rest] = blocks;
  const kept = keptBlock(first);
  const more = without(rest);
  return isEmpty(kept) && more[0]?.type === 'paragraph' ? more : [kept, ...more];
};

const keptBlock = (block: Block): Block => {
  switch (block.type) {
    case 'paragraph':
    case 'heading': {
      const { content: _, ...rest } = block;
      const content = keptInlines(block.content);
      return content.length === 0 ? rest : { ...rest, content };
    }
    case 'blockquote':
      return { type: 'blockquote', content: filled(without(block.content)) };
    case 'bulletList':
      return { ...block, content: block.content.map((item) => ({ ...item, content: begun(item.content) })) };
    case 'orderedList': {
      const start = block.attrs?.start ?? 1;
      const number = Number.isInteger(start) && start >= 0 && start <= 999_999_999 ? start : 1;
      const content = block.content.map((item) => ({ ...item, content: begun(item.content) }));
      return { type: 'orderedList', attrs: { start: number }, content };
    }
    case 'taskList': {
      // A box keeps its own paragraph, also an empty one.
      const content = block.content.map((item) => ({
        ...item,
        content: [...item.content.slice(0, 1).map(keptBlock), ...without(item.content.slice(1))],
      }));
      return { type: 'taskList', content };
    }
    case 'image': {
      const { id, caption, alt } = block.attrs;
      return { type: 'image', attrs: { id, caption: words(caption), alt: words(alt) } };
    }
    case 'horizontalRule':
      return block;
  }
};

const kept = ({ content }: Document): Document => ({ type: 'doc', content: filled(without(content)) });

describe('a document written as Markdown and read again', () => {
  test('is the same document, but for what Markdown cannot carry', () => {
    fc.assert(
      fc.property(trickyDocument(), (made) => {
        expect(document.safeParse(made).success).toBe(true);
        const read = throughMarkdown(made);
        expect(document.safeParse(read).success).toBe(true);
        expect(read).toEqual(kept(made));
      }),
      { numRuns: 2000 },
    );
  });

  test.each<[string, string]>([
    ['# not a heading', '\\# not a heading\n'],
    ['#tag', '#tag\n'],
    ['- not an item', '\\- not an item\n'],
    ['1986. A great year', '1986\\. A great year\n'],
    ['a*b_c', 'a\\*b\\_c\n'],
    ['50 % - 3.5 (or so)', '50 % - 3.5 (or so)\n'],
    ['[ ] a & b', '\\[ \\] a \\& b\n'],
    [' indented', '&#x20;indented\n'],
  ])('says of the words %j no more than it must', (typed, expected) => {
    const made: Document = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: typed }] }] };
    expect(documentToMarkdown(made, addressOf)).toBe(expected);
    expect(throughMarkdown(made)).toEqual(made);
  });

  test('has lists, quotations and pictures as people write them', () => {
    const p = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] });
    const id = '0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b' as RecordId;
    const made: Document = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Monday #1' }] },
        { type: 'bulletList', content: ['a', 'b'].map((text) => ({ type: 'listItem', content: [p(text)] })) },
        {
          type: 'taskList',
          content: [{ type: 'taskItem', attrs: { checked: true }, content: [p('call'), p('Dana')] }],
        },
        { type: 'blockquote', content: [p('said'), p('again')] },
        { type: 'horizontalRule' },
        { type: 'image', attrs: { id, caption: 'Ours', alt: 'The lake' } },
      ],
    };
    const text = [
      '## Monday \\#1',
      '- a\n- b',
      '+ [x] call\n\n  Dana',
      '> said\n>\n> again',
      '***',
      `![The lake](pictures/${id}.jpg "Ours")\n`,
    ].join('\n\n');
    expect(documentToMarkdown(made, addressOf)).toBe(text);
    expect(throughMarkdown(made)).toEqual(made);
  });
});
