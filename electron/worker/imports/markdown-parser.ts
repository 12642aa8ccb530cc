import MarkdownIt, { type MarkdownIt as Parser, type StateCore, type StateInline, type Token } from 'markdown-it';

/** How deep the parser goes; a document may be far less deep, so whatever it leaves out is refused for its depth. */
const MAX_NESTING = 100;

const TASK = /^\[([ xX])\](?:\s+|$)/;

/** Marks the items that begin with a check box (GitHub Flavored Markdown 0.29, "Task list items"). */
const markTasks = ({ tokens }: StateCore): void => {
  for (const [index, item] of tokens.entries()) {
    const [paragraph, words] = [tokens[index + 1], tokens[index + 2]];
    if (item.type !== 'list_item_open' || paragraph?.type !== 'paragraph_open' || words?.type !== 'inline') continue;
    const box = TASK.exec(words.content);
    if (box === null) continue;
    item.meta = { checked: box[1] !== ' ' };
    words.content = words.content.slice(box[0].length);
  }
};

/** Obsidian's way to name a picture: `![[name.jpg]]`, `![[name.jpg|300]]`. */
const readEmbed = (state: StateInline, silent: boolean): boolean => {
  if (!state.src.startsWith('![[', state.pos)) return false;
  const found = /!\[\[([^[\]|\n]{1,400})(?:\|([^[\]\n]{0,400}))?\]\]/y;
  found.lastIndex = state.pos;
  const embed = found.exec(state.src);
  if (embed === null) return false;
  const [all, name = '', alt = ''] = embed;
  if (!silent) {
    const token = state.push('image', 'img', 0);
    token.attrs = [['src', name.trim()]];
    token.content = /^\d+(?:x\d+)?$/.test(alt) ? '' : alt;
    token.meta = { source: all };
  }
  state.pos += all.length;
  return true;
};

const makeParser = (): Parser => {
  const parser = new MarkdownIt({ html: true, maxNesting: MAX_NESTING });
  // A line through words changes what they say; without a mark for it, they stay as they were typed.
  parser.disable('strikethrough');
  // An address that no link uses would be lost with its definition.
  parser.disable('strip_references');
  // Addresses are judged by isSafeHref and kept as they are written.
  parser.normalizeLink = (href) => href;
  parser.normalizeLinkText = (href) => href;
  parser.validateLink = () => true;
  parser.core.ruler.before('inline', 'task', markTasks);
  parser.inline.ruler.before('image', 'embed', readEmbed);
  return parser;
};

let parser: Parser | null = null;

/** What a Markdown text consists of, and the address behind each label that it defines. */
export type ParsedMarkdown = { readonly tokens: readonly Token[]; readonly addresses: ReadonlyMap<string, string> };

/**
 * The tokens of a Markdown text: CommonMark 0.31 with the tables and check boxes of GitHub Flavored Markdown and the embeds
 * of Obsidian; lines struck through and bare addresses stay words. Linear in time, at most 100 levels deep.
 */
export const parseMarkdown = (text: string): ParsedMarkdown => {
  parser ??= makeParser();
  const env: { references?: Record<string, { title: string; href: string }> } = {};
  const tokens = parser.parse(text, env);
  const defined = Object.entries(env.references ?? {});
  return { tokens, addresses: new Map(defined.map(([label, { href }]) => [label, href])) };
};
