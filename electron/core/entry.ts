import { z } from 'zod';
import { document } from './document';
import { labels, mood } from './feeling';
import { localDate } from './local-date';
import { instant, recordColumns, recordId, recordVersion, zone } from './record';

/** What an entry is; later kinds carry a structure of their own. */
export const entryKind = z.enum(['page', 'letter', 'thought-record', 'weekly-review', 'slip-account']);
export type EntryKind = z.infer<typeof entryKind>;

const content = {
  title: z.string().max(400),
  body: document,
  kind: entryKind,
  mood: mood.nullable(),
  tags: labels,
  feelings: labels,
  pinned: z.boolean(),
};

/** A page of the journal, whole. */
export const entry = z.strictObject({
  ...recordColumns,
  at: instant,
  zone,
  day: localDate,
  ...content,
  wordCount: z.int().min(0),
});
export type Entry = z.infer<typeof entry>;

/** An entry as the window sends it; `baseVersion` is the version it was edited from, null for a new one. */
export const entryDraft = z.strictObject({
  id: recordId,
  baseVersion: recordVersion.nullable(),
  at: instant,
  zone,
  ...content,
});
export type EntryDraft = z.infer<typeof entryDraft>;

/** A stored entry as it would be sent to be saved, as it is. */
export const draftFrom = (stored: Entry): EntryDraft => {
  const { id, version: baseVersion, at, zone, title, body, kind, mood, tags, feelings, pinned } = stored;
  return { id, baseVersion, at, zone, title, body, kind, mood, tags, feelings, pinned };
};

/** An earlier state of an entry. */
export const revision = z.strictObject({
  version: recordVersion,
  /** When it was put aside, epoch ms. */
  savedAt: instant,
  /** Something was changed, a backup was merged in, or an earlier state was taken back. */
  reason: z.enum(['edit', 'merge', 'restore']),
  title: z.string(),
  body: document,
  wordCount: z.int().min(0),
});
export type Revision = z.infer<typeof revision>;

/** Where an entry stands in the journal: larger is later on the wall clock; unique, and the cursor for paging. */
export const entryPosition = z.int();

/** What a list shows of an entry, without its body. */
export const entrySummary = z.strictObject({
  id: recordId,
  position: entryPosition,
  at: instant,
  zone,
  day: localDate,
  title: z.string(),
  excerpt: z.string(),
  mood: mood.nullable(),
  tags: z.array(z.string()),
  pinned: z.boolean(),
  wordCount: z.int(),
  deletedAt: instant.nullable(),
});
export type EntrySummary = z.infer<typeof entrySummary>;

/** A stretch of the list, newest first; `next` is the cursor of the following stretch, null at the end. */
export const entryPage = z.strictObject({ items: z.array(entrySummary), next: entryPosition.nullable() });
export type EntryPage = z.infer<typeof entryPage>;

/** The entries before and after a moment on the wall clock; null where there is none. */
export const entriesBeside = z.strictObject({ earlier: recordId.nullable(), later: recordId.nullable() });
export type EntriesBeside = z.infer<typeof entriesBeside>;

/** Part of a text, and whether the search met it. */
export const snippetPart = z.strictObject({ text: z.string(), hit: z.boolean() });
export type SnippetPart = z.infer<typeof snippetPart>;

/** An entry that a search found, with the words it was found by. */
export const entryHit = entrySummary.extend({ titleParts: z.array(snippetPart), snippet: z.array(snippetPart) });
export type EntryHit = z.infer<typeof entryHit>;
