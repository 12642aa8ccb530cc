import type { Token } from 'markdown-it';
import type { Block, Document, Inline } from '#core/document';
import { addInline, documentOfWords, filled, fittingDocument, linesOf, paragraphOf } from './document-parts';
import { type FoundItem, listRuns } from './list-runs';
import { type FindPicture, inlineStretches, shownAddress } from './markdown-inlines';
import { type ParsedMarkdown, parseMarkdown } from './markdown-parser';

/** What is open: the document, a quotation or an item with its blocks, or a list with its items. */
type Frame = {
  readonly blocks: Block[];
  readonly items: FoundItem[];
  readonly start: number | null;
  readonly checked: boolean | null;
};

type Table = { readonly rows: Inline[][]; cells: Inline[][] };

type Reading = {
  readonly lines: readonly string[];
  readonly findPicture: FindPicture;
  /** The labels whose addresses links or pictures show; a definition of any other must stay as words. */
  readonly shown: Set<string>;
  readonly frames: Frame[];
  frame: Frame;
  level: 1 | 2 | 3 | null;
  table: Table | null;
};

const newFrame = (start: number | null = null, checked: boolean | null = null): Frame => ({
  blocks: [],
  items: [],
  start,
  checked,
});

const open = (reading: Reading, frame: Frame): void => {
  reading.frames.push(reading.frame);
  reading.frame = frame;
};

const close = (reading: Reading): Frame => {
  const closed = reading.frame;
  reading.frame = reading.frames.pop() ?? closed;
  return closed;
};

const blockOf = (content: Inline[], level: Reading['level']): Block => {
  if (level === null) return paragraphOf(content);
  return content.length === 0 ? { type: 'heading', attrs: { level } } : { type: 'heading', attrs: { level }, content };
};

const addCell = ({ frame }: Reading, table: Table, stretches: readonly (Inline[] | Block)[]): void => {
  const cell: Inline[] = [];
  for (const stretch of stretches) {
    if (!Array.isArray(stretch)) frame.blocks.push(stretch);
    else for (const inline of stretch) addInline(cell, inline);
  }
  table.cells.push(cell);
};

const addWords = (reading: Reading, token: Token): void => {
  const { level, frame, table } = reading;
  const stretches = inlineStretches(token.children ?? [], reading.findPicture);
  if (table !== null) {
    addCell(reading, table, stretches);
    return;
  }
  for (const stretch of stretches) frame.blocks.push(Array.isArray(stretch) ? blockOf(stretch, level) : stretch);
  if (stretches.length === 0) frame.blocks.push(blockOf([], level));
};

const joined = (parts: readonly Inline[][], between: Inline): Inline[] => {
  const all: Inline[] = [];
  for (const [index, part] of parts.entries()) {
    if (index > 0) addInline(all, between);
    for (const inline of part) addInline(all, inline);
  }
  return all;
};

const closeRow = ({ table }: Reading): void => {
  if (table === null) return;
  table.rows.push(joined(table.cells, { type: 'text', text: ' | ' }));
  table.cells = [];
};

const closeTable = (reading: Reading): void => {
  reading.frame.blocks.push(paragraphOf(joined(reading.table?.rows ?? [], { type: 'hardBreak' })));
  reading.table = null;
};

const ONLY_BREAKS = /^(?:<br\s*\/?>\s*)+$/i;

// A pattern for the end would be tried from every line end that there is.
const withoutLineEnds = (text: string): string => {
  let end = text.length;
  while (text.charAt(end - 1) === '\n') end -= 1;
  return text.slice(0, end);
};

/** Code and HTML as the words that they are. */
const addRaw = ({ frame }: Reading, content: string): void => {
  const words = withoutLineEnds(content);
  if (words !== '') frame.blocks.push(paragraphOf(linesOf(words)));
};

const addHtml = (reading: Reading, content: string): void => {
  const breaks = ONLY_BREAKS.test(content) ? content.match(/<br/gi) : null;
  if (breaks === null) addRaw(reading, content);
  else reading.frame.blocks.push(paragraphOf(breaks.map(() => ({ type: 'hardBreak' }))));
};

const addDefinition = (reading: Reading, token: Token): void => {
  // Only the first definition of a label counts; another one is told in words.
  if (reading.shown.delete(String(token.meta?.label))) return;
  const [from = 0, to = 0] = token.map ?? [];
  addRaw(reading, reading.lines.slice(from, to).join('\n'));
};

const startOf = (token: Token): number => Number(token.attrs?.find(([name]) => name === 'start')?.[1] ?? 1);
const checkOf = ({ meta }: Token): boolean | null => (typeof meta?.checked === 'boolean' ? meta.checked : null);
const levelOf = ({ tag }: Token): 1 | 2 | 3 => (tag === 'h1' ? 1 : tag === 'h2' ? 2 : 3);

const steps: Readonly<Record<string, (reading: Reading, token: Token) => void>> = {
  inline: addWords,
  heading_open: (reading, token) => {
    reading.level = levelOf(token);
  },
  heading_close: (reading) => {
    reading.level = null;
  },
  bullet_list_open: (reading) => open(reading, newFrame()),
  ordered_list_open: (reading, token) => open(reading, newFrame(startOf(token))),
  list_item_open: (reading, token) => open(reading, newFrame(null, checkOf(token))),
  blockquote_open: (reading) => open(reading, newFrame()),
  list_item_close: (reading) => {
    const { checked, blocks } = close(reading);
    reading.frame.items.push({ checked, blocks });
  },
  bullet_list_close: (reading) => {
    const { items, start } = close(reading);
    reading.frame.blocks.push(...listRuns(items, start));
  },
  ordered_list_close: (reading) => {
    const { items, start } = close(reading);
    reading.frame.blocks.push(...listRuns(items, start));
  },
  blockquote_close: (reading) => {
    const { blocks } = close(reading);
    reading.frame.blocks.push({ type: 'blockquote', content: filled(blocks) });
  },
  hr: ({ frame }) => {
    frame.blocks.push({ type: 'horizontalRule' });
  },
  reference_definition: addDefinition,
  code_block: (reading, { content }) => addRaw(reading, content),
  fence: (reading, { content }) => addRaw(reading, content),
  html_block: (reading, { content }) => addHtml(reading, content),
  table_open: (reading) => {
    reading.table = { rows: [], cells: [] };
  },
  tr_close: closeRow,
  table_close: closeTable,
};

const shownLabels = ({ tokens, addresses }: ParsedMarkdown): Set<string> => {
  const shown = new Set<string>();
  for (const { children } of tokens) {
    for (const token of children ?? []) {
      const address = shownAddress(token);
      if (address !== null) shown.add(address);
    }
  }
  return new Set([...addresses].filter(([, address]) => shown.has(address)).map(([label]) => label));
};

// What is not marked as anything needs no parser, and most of what people write is not.
const MARKED = /[\\`*_[\]<>&|#~]|^[ \t]|^(?:[-+=]|\d{1,9}[.)])|^:?-/m;

/**
 * A Markdown text as a document: headings below the third level as the third, code, tables and HTML as their plain words,
 * links only where they are safe, pictures where `findPicture` has them and else as their words; nothing is fetched and
 * nothing run. A line's end is a hard break. Fails with an ImportProblem: too-deep, too-long.
 */
export const markdownToDocument = (text: string, findPicture: FindPicture): Document => {
  if (!MARKED.test(text)) return fittingDocument(documentOfWords(text));
  const parsed = parseMarkdown(text);
  const root = newFrame();
  const reading: Reading = {
    lines: text.split('\n'),
    findPicture,
    shown: shownLabels(parsed),
    frames: [],
    frame: root,
    level: null,
    table: null,
  };
  for (const token of parsed.tokens) if (Object.hasOwn(steps, token.type)) steps[token.type]?.(reading, token);
  return fittingDocument({ type: 'doc', content: filled(root.blocks) });
};
