import type { Inline, LinkAttributes, Mark } from '#core/document';

type Piece =
  | { readonly kind: 'words'; text: string }
  | { readonly kind: 'open' | 'close'; readonly text: '**' | '_' }
  | { readonly kind: 'solid'; readonly text: string }
  | { readonly kind: 'break'; readonly text: string };

const reference = (character: string): string => `&#x${(character.codePointAt(0) ?? 0x20).toString(16).toUpperCase()};`;

/** What Markdown and UTF-8 cannot carry: control characters as spaces, halves of pairs and non-characters as U+FFFD. */
export const sayable = (words: string): string =>
  words.replace(/(?![\t\n])\p{Cc}/gu, ' ').replace(/[\p{Surrogate}\p{Noncharacter_Code_Point}]/gu, '\ufffd');

/** Words that mean nothing but themselves anywhere within a line of Markdown. */
export const escaped = (words: string): string =>
  sayable(words)
    .replace(/[\\`*_[\]<&|~]/g, '\\$&')
    .replace(/!$/, '\\!')
    .replaceAll('\n', '&#xA;');

/** The same with white space at the edges kept, for what stands alone. */
export const escapedAlone = (words: string): string =>
  escaped(words).replace(/^\s/u, reference).replace(/\s$/u, reference);

const titleOf = (title: string): string =>
  ` "${sayable(title)
    .replace(/[\\"&]/g, '\\$&')
    .replaceAll('\n', '&#xA;')}"`;

/** An address and a title as they stand behind the words of a link or a picture. */
export const targetOf = (address: string, title: string | null | undefined): string => {
  const bare = /^[^\s<>()\\&]+$/.test(address);
  const target = bare ? address : `<${address.replace(/[\\<>&]/g, '\\$&')}>`;
  return `(${target}${title === null || title === undefined || title === '' ? '' : titleOf(title)})`;
};

const linkOf = ({ marks = [] }: Inline): LinkAttributes | null => {
  for (const mark of marks) if (mark.type === 'link') return mark.attrs;
  return null;
};

const linkKey = (inline: Inline): string => {
  const link = linkOf(inline);
  return link === null ? '' : JSON.stringify([link.href, link.title ?? '']);
};

const has = ({ marks = [] }: Inline, type: Mark['type']): boolean => marks.some((mark) => mark.type === type);

/** Neighbours that agree on something, together. */
const runsBy = (inlines: readonly Inline[], keyOf: (inline: Inline) => string): Inline[][] => {
  const runs: Inline[][] = [];
  let last: string | null = null;
  for (const inline of inlines) {
    const key = keyOf(inline);
    if (key === last) runs.at(-1)?.push(inline);
    else runs.push([inline]);
    last = key;
  }
  return runs;
};

const wordsPieces = (inlines: readonly Inline[]): Piece[] => {
  const words = inlines.map((inline) => (inline.type === 'text' ? inline.text : '')).join('');
  return words === '' ? [] : [{ kind: 'words', text: escaped(words) }];
};

const emphasised = (inlines: readonly Inline[], type: 'bold' | 'italic'): Piece[] =>
  runsBy(inlines, (inline) => String(has(inline, type))).flatMap((run): Piece[] => {
    const inner = type === 'bold' ? emphasised(run, 'italic') : wordsPieces(run);
    const marked = run.some((inline) => has(inline, type)) && inner.length > 0;
    const text = type === 'bold' ? '**' : '_';
    return marked ? [{ kind: 'open', text }, ...inner, { kind: 'close', text }] : inner;
  });

const linked = (inlines: readonly Inline[]): Piece[] =>
  runsBy(inlines, linkKey).flatMap((run): Piece[] => {
    const inner = emphasised(run, 'bold');
    const link = run[0] === undefined ? null : linkOf(run[0]);
    if (link === null) return inner;
    return [{ kind: 'solid', text: '[' }, ...inner, { kind: 'solid', text: `]${targetOf(link.href, link.title)}` }];
  });

const piecesOf = (inlines: readonly Inline[], oneLine: boolean): Piece[] => {
  const lastWords = inlines.findLastIndex(({ type }) => type === 'text');
  const lines = runsBy(inlines, ({ type }) => type);
  let seen = 0;
  return lines.flatMap((run): Piece[] => {
    seen += run.length;
    if (run[0]?.type !== 'hardBreak') return linked(run);
    // A backslash at the end of a paragraph is a backslash.
    const last = oneLine || seen > lastWords + 1;
    return run.map((_, index): Piece => {
      const ends = last && (oneLine || index === run.length - 1);
      return { kind: 'break', text: ends ? '<br>' : '\\\n' };
    });
  });
};

/** At the end of a heading they would be part of its mark. */
const escapeHashes = (pieces: readonly Piece[]): void => {
  for (const piece of pieces) if (piece.kind === 'words') piece.text = piece.text.replace(/(?<!&)#/g, '\\#');
};

const isEdge = (piece: Piece | undefined): boolean => piece?.kind !== 'words';

/** White space that Markdown would take away: at the ends of lines and of what is marked. */
const keepSpaces = (pieces: readonly Piece[]): void => {
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind !== 'words') continue;
    const [before, after] = [pieces[index - 1], pieces[index + 1]];
    if (isEdge(before) && before?.kind !== 'close') piece.text = piece.text.replace(/^\s/u, reference);
    if (isEdge(after) && after?.kind !== 'open') piece.text = piece.text.replace(/\s$/u, reference);
  }
};

const LETTER = /[\p{L}\p{N}]/u;
// Beyond ASCII, parsers do not agree on what is punctuation or white space.
const SURE_EDGE = /^(?:[ \t\n!-/:-@[-`{-~]|$)/u;

const firstOf = (text: string): string => (text === '' ? '' : String.fromCodePoint(text.codePointAt(0) ?? 0x20));
const lastOf = (text: string): string => /.$/su.exec(text.slice(-2))?.[0] ?? '';

/** Whether marks beginning (or, mirrored, ending) here are seen as such: CommonMark 0.31, "left-flanking delimiter run". */
const isSeen = (text: '**' | '_', outside: string, inside: string): boolean =>
  SURE_EDGE.test(outside) || (text === '**' && LETTER.test(inside));

type Neighbours = { readonly outer: Piece | undefined; readonly inner: Piece | undefined };

const neighbours = (pieces: readonly Piece[], index: number): Neighbours =>
  pieces[index]?.kind === 'open'
    ? { outer: pieces[index - 1], inner: pieces[index + 1] }
    : { outer: pieces[index + 1], inner: pieces[index - 1] };

/** Writes a letter beside a mark as a character reference where the mark would not be seen as one; whether it did. */
const uncover = (pieces: readonly Piece[], index: number): boolean => {
  const piece = pieces[index];
  if (piece?.kind !== 'open' && piece?.kind !== 'close') return false;
  const { outer, inner } = neighbours(pieces, index);
  if (outer?.kind !== 'words') return false;
  const opens = piece.kind === 'open';
  const outside = opens ? lastOf(outer.text) : firstOf(outer.text);
  const inside = opens ? firstOf(inner?.text ?? '') : lastOf(inner?.text ?? '');
  if (isSeen(piece.text, outside, inside)) return false;
  outer.text = opens
    ? outer.text.slice(0, -outside.length) + reference(outside)
    : reference(outside) + outer.text.slice(outside.length);
  return true;
};

const uncoverMarks = (pieces: readonly Piece[]): void => {
  // One reference can be the neighbour that another mark then needs; every turn writes one at least.
  while (pieces.map((_, index) => uncover(pieces, index)).includes(true));
};

/** What would begin a block at the beginning of a line: CommonMark 0.31, "Leaf blocks" and "Container blocks". */
const escapedStart = (line: string): string =>
  line
    .replace(/^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|=+\s*$|[-:][-:\s]*$)/u, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/u, '$1\\$2');

/**
 * The words of a paragraph as Markdown that means just them; with `oneLine`, as a heading has them. What is not kept: marks
 * of hard breaks, and of links everything but address and title.
 */
export const inlinesToMarkdown = (inlines: readonly Inline[], { oneLine }: { readonly oneLine: boolean }): string => {
  const pieces = piecesOf(inlines, oneLine);
  if (oneLine) escapeHashes(pieces);
  keepSpaces(pieces);
  uncoverMarks(pieces);
  const text = pieces.map((piece) => piece.text).join('');
  return oneLine ? text : text.split('\n').map(escapedStart).join('\n');
};
