import { Parser } from 'htmlparser2';
import type { Block, Document, Inline, Mark } from '#core/document';
import { isSafeHref, MAX_CAPTION } from '#core/document-problem';
import { addInline, filled, fittingDocument, paragraphOf, textNode } from './document-parts';
import { type FoundItem, listRuns } from './list-runs';
import type { FindPicture } from './markdown-inlines';

type Frame = {
  readonly tag: string;
  readonly blocks: Block[];
  readonly items: FoundItem[];
  readonly start: number | null;
  checked: boolean | null;
};

type Building = {
  readonly findPicture: FindPicture;
  readonly frames: Frame[];
  frame: Frame;
  inlines: Inline[];
  level: 1 | 2 | 3 | null;
  bold: number;
  italic: number;
  /** How deep we are in what is not for reading. */
  silent: number;
  readonly links: (string | null)[];
};

type Attributes = Readonly<Record<string, string>>;

const names = (text: string): ReadonlySet<string> => new Set(text.split(','));
const SILENT = names('script,style,template,head,title,noscript,iframe,object,svg,math,textarea,select');
const BLOCKS = names(
  'p,div,section,article,header,footer,main,aside,figure,figcaption,pre,table,tr,dl,dt,dd,details,summary,address',
);
const HEADINGS = names('h1,h2,h3,h4,h5,h6');
const CONTAINERS = names('ul,ol,li,blockquote');
const BOLD = names('b,strong');
const ITALIC = names('i,em');
const STRUCK = names('s,del,strike');

const newFrame = (tag: string, start: number | null = null): Frame => ({
  tag,
  blocks: [],
  items: [],
  start,
  checked: null,
});

const trimmed = (inlines: Inline[]): Inline[] => {
  const words = [...inlines];
  while (words.at(-1)?.type === 'hardBreak') words.pop();
  return words;
};

/** Ends the paragraph or heading that the words so far belong to. */
const flush = (building: Building): void => {
  const { level, frame } = building;
  const content = trimmed(building.inlines);
  building.inlines = [];
  if (content.length === 0) return;
  frame.blocks.push(level === null ? paragraphOf(content) : { type: 'heading', attrs: { level }, content });
};

const marksOf = ({ links, bold, italic }: Building): Mark[] => {
  const href = links.findLast((found) => found !== null) ?? null;
  return [
    ...(href === null ? [] : [{ type: 'link', attrs: { href } } as const]),
    ...(bold > 0 ? [{ type: 'bold' } as const] : []),
    ...(italic > 0 ? [{ type: 'italic' } as const] : []),
  ];
};

const addWords = (building: Building, words: string): void => {
  for (const inline of textNode(words, marksOf(building))) addInline(building.inlines, inline);
};

const addText = (building: Building, text: string): void => {
  if (building.silent > 0 || (building.inlines.length === 0 && text.trim() === '')) return;
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0 && building.inlines.length > 0) building.inlines.push({ type: 'hardBreak' });
    addWords(building, line);
  }
};

const openContainer = (building: Building, tag: string, attributes: Attributes): void => {
  flush(building);
  building.frames.push(building.frame);
  const start = Number.parseInt(attributes.start ?? '1', 10);
  building.frame = newFrame(tag, tag === 'ol' ? (start >= 0 ? start : 1) : null);
  const { 'data-checked': checked } = attributes;
  if (tag === 'li' && checked !== undefined) building.frame.checked = checked === 'true';
};

const place = ({ frame: outer }: Building, { tag, blocks, items, start, checked }: Frame): void => {
  if (tag === 'blockquote') outer.blocks.push({ type: 'blockquote', content: filled(blocks) });
  else if (tag === 'li' && (outer.tag === 'ul' || outer.tag === 'ol')) outer.items.push({ checked, blocks });
  else if (tag === 'li') outer.blocks.push(...blocks);
  // Words that stand in a list but in no item of it.
  else outer.blocks.push(...blocks, ...listRuns(items, start));
};

const closeContainer = (building: Building, tag: string): void => {
  flush(building);
  if (building.frame.tag !== tag) return;
  const closed = building.frame;
  building.frame = building.frames.pop() ?? newFrame('');
  place(building, closed);
};

const addImage = (building: Building, { src = '', alt = '' }: Attributes): void => {
  const found = alt.length > MAX_CAPTION ? 'as-words' : building.findPicture(src);
  // An address may be a whole picture in letters.
  if (found === 'left-out' || (found === 'as-words' && src.length > 2048)) addWords(building, alt);
  else if (found === 'as-words') addWords(building, [alt, src].filter((part) => part !== '').join(' '));
  else {
    flush(building);
    building.frame.blocks.push({ type: 'image', attrs: { id: found, caption: '', alt } });
  }
};

const openSingle = (building: Building, tag: string, attributes: Attributes): void => {
  if (tag === 'br') building.inlines.push({ type: 'hardBreak' });
  else if (tag === 'img') addImage(building, attributes);
  else if (tag === 'hr') {
    flush(building);
    building.frame.blocks.push({ type: 'horizontalRule' });
  } else if ((tag === 'td' || tag === 'th') && building.inlines.length > 0) addWords(building, ' | ');
  else if (tag === 'input' && attributes.type === 'checkbox' && building.frame.tag === 'li') {
    building.frame.checked = attributes.checked !== undefined;
  }
};

const openMark = (building: Building, tag: string, attributes: Attributes): void => {
  if (BOLD.has(tag)) building.bold += 1;
  else if (ITALIC.has(tag)) building.italic += 1;
  else if (STRUCK.has(tag)) addWords(building, '~~');
  else if (tag === 'a') building.links.push(isSafeHref(attributes.href ?? '') ? (attributes.href ?? '') : null);
  else openSingle(building, tag, attributes);
};

const openTag = (building: Building, tag: string, attributes: Attributes): void => {
  if (SILENT.has(tag)) building.silent += 1;
  if (building.silent > 0) return;
  if (CONTAINERS.has(tag)) openContainer(building, tag, attributes);
  else if (HEADINGS.has(tag)) {
    flush(building);
    building.level = tag === 'h1' ? 1 : tag === 'h2' ? 2 : 3;
  } else if (BLOCKS.has(tag)) flush(building);
  else openMark(building, tag, attributes);
};

const closeMark = (building: Building, tag: string): void => {
  if (BOLD.has(tag)) building.bold = Math.max(0, building.bold - 1);
  else if (ITALIC.has(tag)) building.italic = Math.max(0, building.italic - 1);
  else if (STRUCK.has(tag)) addWords(building, '~~');
  else if (tag === 'a') building.links.pop();
};

const closeTag = (building: Building, tag: string): void => {
  if (SILENT.has(tag)) building.silent = Math.max(0, building.silent - 1);
  else if (building.silent > 0) return;
  else if (CONTAINERS.has(tag)) closeContainer(building, tag);
  else if (HEADINGS.has(tag)) {
    flush(building);
    building.level = null;
  } else if (BLOCKS.has(tag)) flush(building);
  else closeMark(building, tag);
};

/** Whether a text is written in HTML, by a tag that journals write. */
export const isHtml = (text: string): boolean =>
  /<\/?(?:p|div|br|b|i|u|s|strong|em|ul|ol|li|h[1-6]|blockquote|span|font|a|img|hr|mark|code|pre)(?:\s[^<>]*)?\/?>/i.test(
    text,
  );

/**
 * HTML as a document: its words with headings, lists, quotations, bold, italic and safe links; what is not for reading is
 * left out, nothing is fetched and nothing run; words struck through stand between "~~". Fails with an ImportProblem:
 * too-deep, too-long.
 */
export const htmlToDocument = (html: string, findPicture: FindPicture): Document => {
  const root = newFrame('');
  const building: Building = {
    findPicture,
    frames: [],
    frame: root,
    inlines: [],
    level: null,
    bold: 0,
    italic: 0,
    silent: 0,
    links: [],
  };
  const parser = new Parser({
    onopentag: (tag, attributes) => openTag(building, tag, attributes),
    ontext: (text) => addText(building, text),
    onclosetag: (tag) => closeTag(building, tag),
  });
  parser.end(html);
  flush(building);
  return fittingDocument({ type: 'doc', content: filled(root.blocks) });
};
