import { z } from 'zod';
import { findDocumentProblem } from './document-problem';
import type { RecordId } from './record';

export type LinkAttributes = {
  href: string;
  target?: string | null;
  rel?: string | null;
  class?: string | null;
  title?: string | null;
};
export type Mark = { type: 'bold' } | { type: 'italic' } | { type: 'link'; attrs: LinkAttributes };
export type Inline = { type: 'text'; text: string; marks?: Mark[] } | { type: 'hardBreak'; marks?: Mark[] };
/**
 * A picture: the attachment it shows, the words below it, the words for who cannot see it, and its size in pixels, where
 * that is known, so that its place can be kept free before it is there.
 */
export type ImageAttributes = {
  id: RecordId;
  caption: string;
  alt: string;
  width?: number | null;
  height?: number | null;
};
export type Block =
  | { type: 'paragraph'; content?: Inline[] }
  | { type: 'heading'; attrs: { level: 1 | 2 | 3 }; content?: Inline[] }
  | { type: 'bulletList'; content: ListItem[] }
  | { type: 'orderedList'; attrs?: { start?: number | null; type?: string | null }; content: ListItem[] }
  | { type: 'taskList'; content: TaskItem[] }
  | { type: 'blockquote'; content: Block[] }
  | { type: 'horizontalRule' }
  | { type: 'image'; attrs: ImageAttributes };
export type ListItem = { type: 'listItem'; content: Block[] };
export type TaskItem = { type: 'taskItem'; attrs: { checked: boolean }; content: Block[] };

/** The body of an entry as TipTap's JSON. Types are as loose as JSON there, so that the editor takes it without a cast. */
export type Document = { type: 'doc'; content: Block[] };

/**
 * The body of an entry: exactly the nodes, marks and attributes of Ebb's editor, at most 40 levels deep and 200,000
 * nodes large, links only to http, https, mailto and tel. One walk by hand: it stops at those bounds, where recursive zod
 * would exhaust the stack, and takes half the time.
 */
export const document = z.custom<Document>().superRefine((value: unknown, context) => {
  const found = findDocumentProblem(value);
  if (found !== null) context.addIssue({ code: 'custom', path: [...found.path], message: found.message });
});

/** A document with nothing in it, as the editor begins one. */
export const emptyDocument: Document = { type: 'doc', content: [{ type: 'paragraph' }] };

const inlineText = (inlines: readonly Inline[] = []): string =>
  inlines.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('');

const collectLines = (node: Block | ListItem | TaskItem, lines: string[]): void => {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      lines.push(inlineText(node.content));
      return;
    case 'horizontalRule':
      return;
    case 'image':
      if (node.attrs.caption !== '') lines.push(node.attrs.caption);
      return;
    default:
      for (const child of node.content) collectLines(child, lines);
  }
};

const collectPictures = (node: Block | ListItem | TaskItem, pictures: ImageAttributes[]): void => {
  if (node.type === 'image') pictures.push(node.attrs);
  else if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'horizontalRule') {
    for (const child of node.content) collectPictures(child, pictures);
  }
};

/** The pictures of a document in order; one that stands in it twice is there twice. */
export const picturesOf = ({ content }: Document): ImageAttributes[] => {
  const pictures: ImageAttributes[] = [];
  for (const block of content) collectPictures(block, pictures);
  return pictures;
};

type AnyNode = Block | ListItem | TaskItem;

const changed = (node: AnyNode, change: (picture: ImageAttributes) => ImageAttributes | null): AnyNode[] => {
  if (node.type === 'image') {
    const attrs = change(node.attrs);
    if (attrs !== null) return [{ ...node, attrs }];
    const { caption } = node.attrs;
    return [caption === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text: caption }] }];
  }
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'horizontalRule') return [node];
  // Each stays of its own type, and a picture becomes a block where a block may stand.
  return [{ ...node, content: node.content.flatMap((child) => changed(child, change)) } as AnyNode];
};

/** The document with each of its pictures as `change` has it; in the place of one that it has as null stand its caption's words. */
export const mapPictures = (body: Document, change: (picture: ImageAttributes) => ImageAttributes | null): Document =>
  picturesOf(body).length === 0
    ? body
    : { ...body, content: body.content.flatMap((block) => changed(block, change)) as Block[] };

// Text of a database must not hold NUL, and search marks its hits with control characters.
const CONTROLS = /(?![\t\n])\p{Cc}/gu;

/**
 * The words of a document without their form, for search, excerpt and word count: every paragraph, heading and list
 * item's paragraph on a line of its own, hard breaks as line breaks, pictures as their captions, rules and check boxes as
 * nothing; NFC, control characters as spaces.
 */
export const documentText = ({ content }: Document): string => {
  const lines: string[] = [];
  for (const block of content) collectLines(block, lines);
  return lines.join('\n').replace(CONTROLS, ' ').normalize('NFC');
};

/** A document with one paragraph for every line of a text (up to 99,999 lines); the inverse of documentText. */
export const documentFromText = (text: string): Document => ({
  type: 'doc',
  content: text
    .split(/\r\n|\r|\n/)
    .map((line) =>
      line === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text: line }] },
    ),
});

const EXCERPT_LENGTH = 180;

const shorten = (text: string): string => {
  const longest = EXCERPT_LENGTH - 1;
  const space = Math.max(text.lastIndexOf(' ', longest), text.lastIndexOf('\n', longest));
  const cut = text.slice(0, space > 0 ? space : longest);
  // Half of a surrogate pair is no character.
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
};

/**
 * The beginning of a text: whole words, one space or, between lines with words in them, one line break apart; at most 180
 * UTF-16 units with the "…" that stands for the rest.
 */
export const excerptOf = (text: string): string => {
  let excerpt = '';
  let end = 0;
  for (const match of text.matchAll(/\S+/g)) {
    const [word] = match;
    const gap = text.slice(end, match.index).includes('\n') ? '\n' : ' ';
    excerpt = excerpt === '' ? word : `${excerpt}${gap}${word}`;
    end = match.index + word.length;
    if (excerpt.length > EXCERPT_LENGTH) return `${shorten(excerpt)}…`;
  }
  return excerpt;
};

// Below this nothing is written without spaces: a quick look spares most texts the slow one.
const MAYBE_UNSPACED = /[\u2e80-\uffff]/;

// Written without spaces; each character counts as a word, as word processors do.
const UNSPACED = /(?=\p{L})[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/gu;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.\-‐‑][\p{L}\p{M}\p{N}]+|(?<=\p{N})[,:/]\p{N}+)*/gu;

const countMatches = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/**
 * How many words a text has: runs of letters and digits, joined by apostrophes, hyphens and inner points ("don't",
 * "well-being", "3.5", "23:00" are one each). Not Intl.Segmenter: its count depends on the runtime's ICU, and for 20,000
 * words it takes 10 s on Node 20, this 2 ms.
 */
export const countWords = (text: string): number => {
  const unspaced = MAYBE_UNSPACED.test(text) ? countMatches(text, UNSPACED) : 0;
  return unspaced + countMatches(unspaced === 0 ? text : text.replace(UNSPACED, ' '), WORD);
};
