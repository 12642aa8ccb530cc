import { createHash } from 'node:crypto';
import type { Block, Document } from '#core/document';
import { fittingDocument, paragraphOf, textNode } from './document-parts';
import { badRow, type ImportedPicture, type ImportedRow, ImportProblem, type Place, reasonOf } from './imported';
import type { Moment } from './moment-words';

/** How many UTF-16 units the words of one record may have. */
export const MAX_WORDS = 1_000_000;
const MAX_TITLE = 400;
const MAX_LABEL = 80;
const MAX_LABELS = 60;
/** How long their name for a mood or for something done may be. */
const MAX_NAME = 400;

/** A record as a reader found it. */
export type Found = {
  readonly where: Place;
  /** Which journal it comes from; part of its key. */
  readonly source: string;
  /** Their own id, where it is one that no other record of that journal anywhere has. */
  readonly id?: string | undefined;
  /** When and what, as it was written: the key where there is no id. */
  readonly written: readonly (string | null | undefined)[];
  /** How long the words are, where that is less than what was written: pictures may stand among them as letters. */
  readonly length?: number;
  readonly moment: Moment | null;
  readonly title?: string;
  readonly tags?: readonly string[];
  readonly pinned?: boolean;
  readonly mood?: string | null;
  readonly activities?: readonly string[];
  /** Makes the body; may fail with an ImportProblem. */
  readonly body: () => { readonly document: Document; readonly pictures?: readonly ImportedPicture[] };
};

const keyOf = ({ source, id, written }: Found): string => {
  if (id !== undefined && id !== '' && id.length <= 100) return `${source}:${id}`;
  return `${source}:${createHash('sha256').update(JSON.stringify(written)).digest('hex').slice(0, 32)}`;
};

const oneLine = (words: string): string => words.replace(/[\s\p{Cc}]+/gu, ' ').trim();

const distinct = (names: readonly string[]): string[] => {
  const known = new Map<string, string>();
  for (const name of names) {
    const plain = oneLine(name);
    const key = plain.toLocaleLowerCase('en');
    if (plain !== '' && !known.has(key)) known.set(key, plain);
  }
  return [...known.values()];
};

const splitTags = (tags: readonly string[]): { readonly kept: string[]; readonly left: string[] } => {
  const names = distinct(tags.map((tag) => tag.replace(/^[@#]+(?=.)/, '')));
  const fitting = names.filter((name) => name.length <= MAX_LABEL);
  const kept = fitting.slice(0, MAX_LABELS);
  return { kept, left: names.filter((name) => !kept.includes(name)) };
};

const withWords = (made: Document, before: string, after: string): Document => {
  const at = (words: string): Block[] => (words === '' ? [] : [paragraphOf(textNode(words))]);
  if (before === '' && after === '') return made;
  return { type: 'doc', content: [...at(before), ...made.content, ...at(after)] };
};

const checked = (found: Found, moment: Moment): ImportedRow => {
  const { where, mood = null, activities = [], pinned = false } = found;
  const title = oneLine(found.title ?? '');
  const { kept, left } = splitTags(found.tags ?? []);
  const names = [...activities, mood ?? ''];
  if (names.some((name) => name.length > MAX_NAME)) throw new ImportProblem('too-long');
  const { document, pictures = [] } = found.body();
  // What does not fit where it stood goes to the page itself, so that nothing is lost.
  const body = withWords(document, title.length > MAX_TITLE ? title : '', left.join(', '));
  return {
    kind: 'record',
    where,
    key: keyOf(found),
    ...moment,
    title: title.length > MAX_TITLE ? '' : title,
    body: fittingDocument(body),
    tags: kept,
    pinned,
    mood: mood === null ? null : oneLine(mood) || null,
    activities: distinct(activities),
    pictures,
  };
};

/**
 * The row of what a reader found: the record with its title, tags and names within their bounds, or why it cannot be taken.
 * A title or tags that are too long become words of the page.
 */
export const makeRow = (found: Found): ImportedRow => {
  const { where, moment, written } = found;
  const length = found.length ?? Math.max(...written.map((words) => words?.length ?? 0));
  if (moment === null) return badRow(where, 'bad-date');
  if (length > MAX_WORDS) return badRow(where, 'too-long');
  try {
    return checked(found, moment);
  } catch (error) {
    return badRow(where, reasonOf(error));
  }
};
