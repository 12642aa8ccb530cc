import type { Token } from 'markdown-it';
import type { Block, ImageAttributes, Inline, Mark } from '#core/document';
import { isSafeHref, MAX_CAPTION, MAX_HREF } from '#core/document-problem';
import { addInline, textNode } from './document-parts';

/** The picture that an address names; else whether what stands there stays as words or says nothing to anyone. */
export type FindPicture = (address: string) => ImageAttributes['id'] | 'as-words' | 'left-out';

type Link = { readonly href: string; readonly title: string | null };
type Marks = { bold: number; italic: number; readonly links: (Link | null)[] };
type Writing = {
  readonly marks: Marks;
  readonly findPicture: FindPicture;
  /** Finished stretches: words, or the picture between them. */
  readonly stretches: (Inline[] | Block)[];
};

const BREAK = /^<br\s*\/?>$/i;

const attribute = (token: Token, name: string): string | null => {
  const found = token.attrs?.find(([known]) => known === name)?.[1];
  return found === undefined ? null : String(found);
};

const currentMarks = ({ bold, italic, links }: Marks): Mark[] => {
  const link = links.findLast((found) => found !== null);
  return [
    ...(link === undefined || link === null
      ? []
      : [{ type: 'link', attrs: link.title === null ? { href: link.href } : { ...link } } as const]),
    ...(bold > 0 ? [{ type: 'bold' } as const] : []),
    ...(italic > 0 ? [{ type: 'italic' } as const] : []),
  ];
};

const addTo = ({ stretches }: Writing, added: readonly Inline[]): void => {
  let last = stretches.at(-1);
  if (!Array.isArray(last)) {
    last = [];
    stretches.push(last);
  }
  for (const inline of added) addInline(last, inline);
};

const addWords = (writing: Writing, words: string): void =>
  addTo(writing, textNode(words, currentMarks(writing.marks)));
const addBreak = (writing: Writing): void => addTo(writing, [{ type: 'hardBreak' }]);

const openLink = ({ marks }: Writing, token: Token): void => {
  const href = attribute(token, 'href') ?? '';
  const title = attribute(token, 'title');
  marks.links.push(isSafeHref(href) ? { href, title: title === null || title.length > MAX_HREF ? null : title } : null);
};

const plainText = (tokens: readonly Token[]): string =>
  tokens
    .map(({ type, content, children }) => {
      if (type === 'softbreak' || type === 'hardbreak') return '\n';
      return type === 'image' ? plainText(children ?? []) : content;
    })
    .join('');

const addPicture = (writing: Writing, token: Token): void => {
  const address = attribute(token, 'src') ?? '';
  const alt = token.children === null ? token.content : plainText(token.children);
  const caption = attribute(token, 'title') ?? '';
  const fits = alt.length <= MAX_CAPTION && caption.length <= MAX_CAPTION;
  const found = fits ? writing.findPicture(address) : 'as-words';
  if (found === 'left-out') addWords(writing, [alt, caption].filter((part) => part !== '').join(' '));
  else if (found !== 'as-words') writing.stretches.push({ type: 'image', attrs: { id: found, caption, alt } });
  else if (typeof token.meta?.source === 'string') addWords(writing, token.meta.source);
  else addWords(writing, [alt, alt === '' ? address : `(${address})`, caption].filter((part) => part !== '').join(' '));
};

const addHtml = (writing: Writing, { content }: Token): void => {
  if (BREAK.test(content)) addBreak(writing);
  else addWords(writing, content);
};

const setBold = ({ marks }: Writing, { nesting }: Token): void => {
  marks.bold += nesting;
};
const setItalic = ({ marks }: Writing, { nesting }: Token): void => {
  marks.italic += nesting;
};

const steps: Readonly<Record<string, (writing: Writing, token: Token) => void>> = {
  softbreak: addBreak,
  hardbreak: addBreak,
  strong_open: setBold,
  strong_close: setBold,
  em_open: setItalic,
  em_close: setItalic,
  link_open: openLink,
  link_close: ({ marks }) => {
    marks.links.pop();
  },
  image: addPicture,
  html_inline: addHtml,
};

const addToken = (writing: Writing, token: Token): void => {
  const step = Object.hasOwn(steps, token.type) ? steps[token.type] : undefined;
  if (step === undefined) addWords(writing, token.content);
  else step(writing, token);
};

/** The address that a link or a picture shows; null for a link that may not stay one. */
export const shownAddress = (token: Token): string | null => {
  if (token.type === 'image') return attribute(token, 'src');
  const href = token.type === 'link_open' ? attribute(token, 'href') : null;
  return href !== null && isSafeHref(href) ? href : null;
};

/**
 * The words of a Markdown line and the pictures between them, which are blocks of their own. A line's end is a hard break, as
 * journals show it.
 */
export const inlineStretches = (tokens: readonly Token[], findPicture: FindPicture): (Inline[] | Block)[] => {
  const writing: Writing = { marks: { bold: 0, italic: 0, links: [] }, findPicture, stretches: [] };
  for (const token of tokens) addToken(writing, token);
  return writing.stretches;
};
