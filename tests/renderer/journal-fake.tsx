import type { ReactNode } from 'react';
import { afterEach } from 'vitest';
import { Route } from 'wouter';
import { documentText, excerptOf } from '#core/document';
import type { Entry, EntryDraft, EntryHit, EntrySummary, Revision } from '#core/entry';
import { dayOf } from '#core/local-date';
import type { RecordId, RecordVersion } from '#core/record';
import { failed, ok } from '#core/result';
import { flushAll } from '#lib/unsaved-work';
import { anEntry } from '#tests/support/builders';
import { fakeClient } from '#tests/support/fake-client';
import { JournalPage } from '../../renderer/features/journal/journal-page';
import { renderWith } from './render';

/** The nth version of an entry. */
export const version = (count: number): RecordVersion =>
  `${String(count).padStart(12, '0')}-0000-0000000a` as RecordVersion;

/** A draft as the worker would have stored it. */
export const stored = (draft: EntryDraft, count = 1, rest: Partial<Entry> = {}): Entry => {
  const { baseVersion: _, ...content } = draft;
  return {
    ...content,
    version: version(count),
    createdAt: draft.at,
    updatedAt: draft.at,
    deletedAt: null,
    day: dayOf(draft.at, draft.zone),
    wordCount: documentText(draft.body).split(/\s+/).filter(Boolean).length,
    ...rest,
  };
};

/** What a list shows of an entry. */
export const summaryOf = (entry: Entry): EntrySummary => ({
  id: entry.id,
  position: entry.at,
  at: entry.at,
  zone: entry.zone,
  day: entry.day,
  title: entry.title,
  excerpt: excerptOf(documentText(entry.body)),
  mood: entry.mood,
  tags: entry.tags,
  pinned: entry.pinned,
  wordCount: entry.wordCount,
  deletedAt: entry.deletedAt,
});

const hitOf = (entry: Entry, text: string): EntryHit => {
  const summary = summaryOf(entry);
  const [before = '', ...after] = summary.excerpt.split(text);
  return {
    ...summary,
    titleParts: [{ text: entry.title, hit: false }],
    snippet: [
      { text: before, hit: false },
      { text, hit: true },
      { text: after.join(text), hit: false },
    ],
  };
};

let settle: (() => void) | null = null;

// Entries stay open from test to test, as they do from page to page: none may take unwritten words along.
afterEach(async () => {
  settle?.();
  await flushAll();
});

/** A journal behind the window that stores, lists, finds, bins and restores, and can be looked into. */
export const fakeJournal = (drafts: readonly EntryDraft[] = []) => {
  const entries = new Map<RecordId, Entry>(drafts.map((draft) => [draft.id, stored(draft)]));
  let count = 1;
  /** What stood in an entry before, the last first; here every save keeps one. */
  const revisions = new Map<string, Revision[]>();
  const keep = (entry: Entry, reason: Revision['reason']): void => {
    const { version: kept, title, body, wordCount } = entry;
    const state = { version: kept, savedAt: Date.now(), reason, title, body, wordCount };
    revisions.set(entry.id, [state, ...(revisions.get(entry.id) ?? [])]);
  };
  const listed = (): Entry[] =>
    [...entries.values()].filter(({ deletedAt }) => deletedAt === null).sort((one, other) => other.at - one.at);
  const put = (id: RecordId, change: Partial<Entry>) => {
    const entry = entries.get(id);
    if (entry === undefined) return failed({ code: 'NOT_FOUND' });
    count += 1;
    entries.set(id, { ...entry, version: version(count), ...change });
    return ok(null);
  };
  const save = (draft: EntryDraft) => {
    const there = entries.get(draft.id);
    if (there === undefined && draft.baseVersion !== null) return failed({ code: 'NOT_FOUND' });
    if (there !== undefined && there.version !== draft.baseVersion) return failed({ code: 'CONFLICT' });
    if (there !== undefined) keep(there, 'edit');
    count += 1;
    const entry = stored(draft, count);
    entries.set(entry.id, entry);
    return ok(entry);
  };
  const client = fakeClient({
    'entries.count': () => ok({ kept: listed().length, bin: entries.size - listed().length }),
    'entries.list': ({ before, limit }) => {
      const items = listed()
        .filter(({ at }) => before === null || at < before)
        .slice(0, limit)
        .map(summaryOf);
      return ok({ items, next: items.length === limit ? (items.at(-1)?.position ?? null) : null });
    },
    'entries.get': ({ id }) => {
      const entry = entries.get(id as RecordId);
      return entry === undefined ? failed({ code: 'NOT_FOUND' }) : ok(entry);
    },
    'entries.save': (draft) => save(draft as EntryDraft),
    'entries.delete': ({ id }) => put(id as RecordId, { deletedAt: Date.now() }),
    'entries.restore': ({ id }) => put(id as RecordId, { deletedAt: null }),
    'entries.search': ({ text }) => {
      const found = listed().filter((entry) =>
        text === 'is:pinned' ? entry.pinned : documentText(entry.body).includes(text),
      );
      return ok({ items: found.map((entry) => hitOf(entry, text)), next: null });
    },
    'entries.beside': ({ id, at }) => {
      const own = entries.get(id as RecordId)?.at ?? at;
      const earlier = listed().find((entry) => entry.id !== id && entry.at < own);
      const later = listed().findLast((entry) => entry.id !== id && entry.at > own);
      return ok({ earlier: earlier?.id ?? null, later: later?.id ?? null });
    },
    'entries.revisions': ({ id }) => ok(revisions.get(id) ?? []),
    'entries.takeBack': ({ id, baseVersion, revision }) => {
      const there = entries.get(id as RecordId);
      const state = revisions.get(id)?.find((known) => known.version === revision);
      if (there === undefined || state === undefined) return failed({ code: 'NOT_FOUND' });
      if (there.version !== baseVersion) return failed({ code: 'CONFLICT' });
      keep(there, 'restore');
      put(there.id, { title: state.title, body: state.body, wordCount: state.wordCount });
      return ok(entries.get(there.id) ?? there);
    },
    'tags.list': () => ok([]),
  });
  settle = () => client.answer('entries.save', (draft) => save(draft as EntryDraft));
  return { client, entries, revisions, save, put };
};

/** The journal's page at a path, with what else is in the window. */
export const showJournal = (path = '/journal', beside: ReactNode = null) =>
  renderWith(
    <>
      <Route path="/journal/:id?" component={JournalPage} />
      {beside}
    </>,
    path,
  );

/** An entry of a day of November 2026. */
export const entryOf = (date: number, rest: Parameters<typeof anEntry>[0] = {}): EntryDraft =>
  anEntry({ at: Date.UTC(2026, 10, date, 11), ...rest });
