import { parse } from 'yaml';

/** What stands above the words of a Markdown file. */
export type FrontMatter = {
  /** When the page was written, as it is written there. */
  readonly date: string | null;
  readonly title: string;
  readonly tags: readonly string[];
  readonly pinned: boolean;
};

const FENCED = /^---[ \t]*\n([\s\S]{0,50000}?)\n?(?:---|\.\.\.)[ \t]*(?:\n|$)/;
const DATES = ['date', 'created', 'creation date', 'creationdate', 'created_at', 'datetime', 'day'];
const PINS = ['pinned', 'starred', 'favorite', 'favourite'];

type Fields = ReadonlyMap<string, unknown>;

const fieldsOf = (text: string): Fields | null => {
  try {
    // Few aliases: one of another, again and again, would make much of little.
    const value: unknown = parse(text, { maxAliasCount: 10, logLevel: 'error', version: '1.2' });
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    return new Map(Object.entries(value).map(([name, field]) => [name.trim().toLowerCase(), field]));
  } catch {
    // Broken, or nested deeper than anyone writes: then it is words like any others.
    return null;
  }
};

const namesIn = (value: unknown): string[] => {
  if (typeof value === 'string') return value.split(/[,\s]+/);
  if (!Array.isArray(value)) return [];
  return value.flatMap((name) => (typeof name === 'string' || typeof name === 'number' ? [String(name)] : []));
};

const dateIn = (fields: Fields): string | null => {
  for (const name of DATES) {
    const value = fields.get(name);
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (typeof value === 'number' && /^\d{8}$/.test(String(value))) return String(value);
  }
  return null;
};

/**
 * A Markdown file's front matter (YAML 1.2 between "---" lines, as Jekyll and Obsidian write it) and the words below it; null
 * where there is none that can be read.
 */
export const splitFrontMatter = (text: string): { readonly front: FrontMatter; readonly words: string } | null => {
  const found = FENCED.exec(text);
  const fields = found === null ? null : fieldsOf(found[1] ?? '');
  if (found === null || fields === null) return null;
  const title = fields.get('title');
  return {
    front: {
      date: dateIn(fields),
      title: typeof title === 'string' ? title : '',
      tags: [...namesIn(fields.get('tags')), ...namesIn(fields.get('tag'))],
      pinned: PINS.some((name) => fields.get(name) === true),
    },
    words: text.slice(found[0].length),
  };
};
