import type { Block, Document, ImageAttributes, ListItem, TaskItem } from '#core/document';
import type { RecordId } from '#core/record';
import { escapedAlone, inlinesToMarkdown, targetOf } from './markdown-words';

/** Where the file of a picture lies, as the Markdown is to name it. */
export type AddressOf = (picture: RecordId) => string;

type List = Extract<Block, { type: 'bulletList' | 'orderedList' | 'taskList' }>;

const isEmpty = (block: Block): boolean => block.type === 'paragraph' && (block.content ?? []).length === 0;
const isList = (block: Block | undefined): block is List =>
  block?.type === 'bulletList' || block?.type === 'orderedList' || block?.type === 'taskList';

const indented = (text: string, by: string): string => text.replace(/\n(?=[^\n])/g, `\n${by}`);

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');

const MAX_NUMBER = 999_999_999;

const startOf = (list: List): number => {
  const start = list.type === 'orderedList' ? (list.attrs?.start ?? 1) : 1;
  return Number.isInteger(start) && start >= 0 && start <= MAX_NUMBER ? start : 1;
};

const pictureToMarkdown = ({ id, caption, alt }: ImageAttributes, addressOf: AddressOf): string =>
  `![${escapedAlone(alt)}]${targetOf(addressOf(id), caption)}`;

const itemToMarkdown = (item: ListItem | TaskItem, marker: string, addressOf: AddressOf): string => {
  const box = item.type === 'taskItem' ? `[${item.attrs.checked ? 'x' : ' '}] ` : '';
  const [first, ...rest] = item.content;
  const begun = first === undefined || isEmpty(first) ? '' : blocksToMarkdown([first], addressOf);
  // "- - -" would be a rule: a list that begins an item of bullets has the other marker.
  const more = blocksToMarkdown(rest, addressOf, marker === '-' && begun === '' && box === '');
  // A box stands in a paragraph of its own; without one, what follows an empty beginning begins the item.
  const between = begun === '' && box === '' ? '' : '\n\n';
  const text = more === '' ? begun : `${box}${begun}`.trimEnd() === '' ? more : `${begun}${between}${more}`;
  return indented(`${marker} ${box}${text}`.trimEnd(), ' '.repeat(marker.length + 1));
};

/** Two lists behind each other must not become one: every second has another marker. */
const listToMarkdown = (list: List, other: boolean, addressOf: AddressOf): string => {
  const start = startOf(list);
  const items = list.content.map((item, index) => {
    const number = `${Math.min(start + index, MAX_NUMBER)}${other ? ')' : '.'}`;
    return itemToMarkdown(item, list.type === 'orderedList' ? number : other ? '+' : '-', addressOf);
  });
  const simple = list.content.every(({ content }) => content.length === 1);
  return items.join(simple ? '\n' : '\n\n');
};

const blockToMarkdown = (block: Exclude<Block, List>, addressOf: AddressOf): string => {
  switch (block.type) {
    case 'paragraph':
      return inlinesToMarkdown(block.content ?? [], { oneLine: false });
    case 'heading': {
      const words = inlinesToMarkdown(block.content ?? [], { oneLine: true });
      return `${'#'.repeat(block.attrs.level)} ${words}`.trimEnd();
    }
    case 'blockquote':
      return quoted(blocksToMarkdown(block.content, addressOf));
    case 'horizontalRule':
      return '***';
    case 'image':
      return pictureToMarkdown(block.attrs, addressOf);
  }
};

const isOrdered = (block: List): boolean => block.type === 'orderedList';

const blocksToMarkdown = (blocks: readonly Block[], addressOf: AddressOf, otherFirst = false): string => {
  let before: Block | undefined;
  let other = false;
  const texts: string[] = [];
  for (const block of blocks) {
    if (isEmpty(block)) continue;
    if (isList(block)) {
      other = before === undefined ? otherFirst : isList(before) && isOrdered(before) === isOrdered(block) && !other;
      texts.push(listToMarkdown(block, other, addressOf));
    } else texts.push(blockToMarkdown(block, addressOf));
    before = block;
  }
  return texts.join('\n\n');
};

/**
 * A document as Markdown (CommonMark 0.31 with GitHub's check boxes) that markdownToDocument reads as the same document:
 * what was typed as words comes back as these words. Not kept: empty paragraphs where none is needed, the kind of number of
 * an ordered list and a start that is no number from 0 to 999,999,999, marks of hard breaks, of links everything but
 * address and title; control characters become spaces, halves of pairs and non-characters U+FFFD.
 */
export const documentToMarkdown = ({ content }: Document, addressOf: AddressOf): string => {
  const text = blocksToMarkdown(content, addressOf);
  return text === '' ? '' : `${text}\n`;
};
