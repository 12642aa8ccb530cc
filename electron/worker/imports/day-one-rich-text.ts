import { z } from 'zod';
import type { Block, Document, Inline, Mark } from '#core/document';
import { isSafeHref } from '#core/document-problem';
import type { RecordId } from '#core/record';
import { addInline, filled, fittingDocument, paragraphOf, textNode } from './document-parts';
import { parsePart } from './json-parts';
import { type FoundItem, listRuns } from './list-runs';

const flag = z.boolean().catch(false);

const lineAttributes = z
  .object({
    header: z.number().catch(0),
    listStyle: z.string().catch(''),
    indentLevel: z.number().catch(0),
    listIndex: z.number().catch(1),
    checked: flag,
    quote: flag,
  })
  .partial();

const attributes = z
  .object({ bold: flag, italic: flag, linkURL: z.string().catch(''), line: lineAttributes.catch({}) })
  .partial();

const embedded = z.object({ type: z.string(), identifier: z.string().catch('') });

const piece = z.union([
  z.object({ text: z.string(), attributes: attributes.catch({}).optional() }),
  z.object({ embeddedObjects: z.array(embedded).min(1) }),
]);

const richText = z.object({ contents: z.array(piece) });

type Attributes = z.infer<typeof attributes>;
type LineAttributes = z.infer<typeof lineAttributes>;
type Line = { attributes: LineAttributes; readonly inlines: Inline[] };

/** What an object among the words becomes: a picture, nothing, or null where only the plain text can tell it. */
export type PlaceObject = (type: string, identifier: string) => RecordId | 'left-out' | null;

/** How deep lists may lie in one another; what is deeper stays at this depth. */
const MAX_LISTS = 12;

const marksOf = ({ bold, italic, linkURL }: Attributes): Mark[] => [
  ...(linkURL !== undefined && isSafeHref(linkURL) ? [{ type: 'link', attrs: { href: linkURL } } as const] : []),
  ...(bold ? [{ type: 'bold' } as const] : []),
  ...(italic ? [{ type: 'italic' } as const] : []),
];

type List = { readonly items: { checked: boolean | null; blocks: Block[] }[]; readonly start: number | null };
type Open = List & { readonly indent: number; readonly style: string };

const closeList = (open: Open[], blocks: Block[]): void => {
  const list = open.pop();
  if (list === undefined) return;
  const items: readonly FoundItem[] = list.items;
  const into = open.at(-1)?.items.at(-1)?.blocks ?? blocks;
  into.push(...listRuns(items, list.start));
};

type Building = { readonly blocks: Block[]; readonly open: Open[]; quote: Block[] | null; line: Line };

const endLists = ({ open, quote, blocks }: Building): void => {
  while (open.length > 0) closeList(open, quote ?? blocks);
};

const setQuote = (building: Building, quoted: boolean): void => {
  if (quoted === (building.quote !== null)) return;
  endLists(building);
  if (building.quote !== null) building.blocks.push({ type: 'blockquote', content: filled(building.quote) });
  building.quote = quoted ? [] : null;
};

const addBlock = (building: Building, block: Block): void => {
  endLists(building);
  (building.quote ?? building.blocks).push(block);
};

const addItem = (building: Building, { attributes, inlines }: Line): void => {
  const { open, quote, blocks } = building;
  const { indentLevel: indent = 1, listStyle: style = '', checked = false, listIndex = 1 } = attributes;
  while ((open.at(-1)?.indent ?? indent) > indent) closeList(open, quote ?? blocks);
  const last = open.at(-1);
  if (last?.indent === indent && last.style !== style) closeList(open, quote ?? blocks);
  const fitting = open.at(-1);
  if (fitting === undefined || (fitting.indent < indent && open.length < MAX_LISTS)) {
    const start = style === 'numbered' ? Math.max(0, Math.floor(listIndex)) : null;
    open.push({ indent, style, items: [], start });
  }
  const item = { checked: style === 'checkbox' ? checked : null, blocks: [paragraphOf(inlines)] };
  open.at(-1)?.items.push(item);
};

const addLine = (building: Building, line: Line): void => {
  const { header = 0, listStyle = '', quote = false } = line.attributes;
  setQuote(building, quote);
  if (listStyle !== '') addItem(building, line);
  else if (line.inlines.length > 0 && header < 1) addBlock(building, paragraphOf(line.inlines));
  else if (line.inlines.length > 0) {
    const level = header < 2 ? 1 : header < 3 ? 2 : 3;
    addBlock(building, { type: 'heading', attrs: { level }, content: line.inlines });
  }
};

type Piece = z.infer<typeof piece>;
type Objects = Extract<Piece, { embeddedObjects: unknown }>;
type Words = Exclude<Piece, Objects>;

const endLine = (building: Building): void => {
  addLine(building, building.line);
  building.line = { attributes: {}, inlines: [] };
};

const endWords = (building: Building): void => {
  if (building.line.inlines.length > 0) endLine(building);
};

/** Whether all of them could be placed. */
const addObjects = (building: Building, { embeddedObjects }: Objects, place: PlaceObject): boolean => {
  endWords(building);
  setQuote(building, false);
  return embeddedObjects.every(({ type, identifier }) => {
    const id = type === 'horizontalRuleLine' ? 'rule' : place(type, identifier);
    if (id === 'rule') addBlock(building, { type: 'horizontalRule' });
    else if (id !== null && id !== 'left-out')
      addBlock(building, { type: 'image', attrs: { id, caption: '', alt: '' } });
    return id !== null;
  });
};

const addPieceWords = (building: Building, { text, attributes: about = {} }: Words): void => {
  const { line, ...marks } = about;
  for (const [index, words] of text.split('\n').entries()) {
    if (index > 0) endLine(building);
    // Behind the last line break begins a line that is not about this.
    if (index > 0 && words === '') continue;
    building.line.attributes = { ...building.line.attributes, ...line };
    for (const inline of textNode(words, marksOf(marks))) addInline(building.line.inlines, inline);
  }
};

const build = (pieces: readonly Piece[], place: PlaceObject): Block[] | null => {
  const building: Building = { blocks: [], open: [], quote: null, line: { attributes: {}, inlines: [] } };
  for (const part of pieces) {
    if (!('embeddedObjects' in part)) addPieceWords(building, part);
    else if (!addObjects(building, part, place)) return null;
  }
  endWords(building);
  setQuote(building, false);
  endLists(building);
  return building.blocks;
};

/**
 * Day One's rich text as a document, or null where it is none or holds what only the entry's plain text can tell. Fails
 * with an ImportProblem: too-deep, too-long. Format: `contents` of pieces of text, a line ending with "\n", its form in
 * `attributes.line` (header 1 to 6, listStyle bulleted, numbered or checkbox, indentLevel from 1, checked, quote), and
 * `embeddedObjects`; after "Rich Text JSON Specification" of bloom/DayOne-iOS as public code repeats its types, and exports.
 */
export const richTextToDocument = (text: string, place: PlaceObject): Document | null => {
  const parsed = richText.safeParse(parsePart(text));
  if (!parsed.success || parsed.data.contents.length === 0) return null;
  const blocks = build(parsed.data.contents, place);
  return blocks === null ? null : fittingDocument({ type: 'doc', content: filled(blocks) });
};
