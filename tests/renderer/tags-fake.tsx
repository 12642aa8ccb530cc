import { within } from '@testing-library/react';
import { Route } from 'wouter';
import type { Entry } from '#core/entry';
import { failed, ok } from '#core/result';
import { isSameTag, type LastTagChange, type TagUse, withTag } from '#core/tag-change';
import { JournalPage } from '../../renderer/features/journal/journal-page';
import { TagsPage } from '../../renderer/features/tags/tags-page';
import { entryOf, fakeJournal } from './journal-fake';
import { renderWith } from './render';

/** A journal whose tags can be changed as the worker changes them. */
export const fakeTags = (...lists: readonly (readonly string[])[]) => {
  const drafts = lists.map((tags, index) => entryOf(20 - index, { text: `Entry ${index}`, tags: [...tags] }));
  const journal = fakeJournal(drafts);
  const { client, entries, put } = journal;
  let last: LastTagChange = null;
  let before: ReadonlyMap<Entry['id'], readonly string[]> = new Map();
  const uses = (): TagUse[] => {
    const found = new Map<string, number>();
    for (const { tags } of entries.values()) for (const name of tags) found.set(name, (found.get(name) ?? 0) + 1);
    return [...found].map(([name, count]) => ({ name, uses: count })).sort((one, other) => other.uses - one.uses);
  };
  const spelled = (name: string): string => uses().find((tag) => isSameTag(tag.name, name))?.name ?? name;
  const change = (name: string, to: string | null): void => {
    before = new Map([...entries.values()].map(({ id, tags }) => [id, tags]));
    for (const { id, tags } of [...entries.values()])
      if (tags.some((tag) => isSameTag(tag, name))) put(id, { tags: withTag(tags, name, to) });
  };
  client.answer('tags.list', () => ok(uses()));
  client.answer('tags.lastChange', () => ok(last));
  client.answer('tags.together', ({ name, other }) => {
    const both = [...entries.values()].filter(({ tags }) =>
      tags.some((tag) => isSameTag(tag, name) || isSameTag(tag, other)),
    );
    return ok({ entries: both.length });
  });
  client.answer('tags.rename', ({ name, to }) => {
    if (uses().some((tag) => isSameTag(tag.name, to) && !isSameTag(tag.name, name)))
      return failed({ code: 'CONFLICT' });
    change(name, to);
    last = { at: 0, change: { kind: 'renamed', name, to } };
    return ok(null);
  });
  client.answer('tags.merge', ({ name, into }) => {
    change(name, spelled(into));
    last = { at: 0, change: { kind: 'merged', name, into } };
    return ok(null);
  });
  client.answer('tags.remove', ({ name }) => {
    change(name, null);
    last = { at: 0, change: { kind: 'removed', name } };
    return ok(null);
  });
  client.answer('tags.undo', () => {
    for (const [id, tags] of before) put(id, { tags: [...tags] });
    last = null;
    return ok({ left: 0 });
  });
  return { ...journal, ids: drafts.map(({ id }) => id) };
};

/** Tags of which two are nearly the same. */
export const family = [['Fam', 'river'], ['Fam', 'Café'], ['Fam'], ['Family', 'river']];

/** The page of all tags, and the journal beside it, over such a journal. */
export const showTags = (lists: readonly (readonly string[])[] = family, path = '/tags') => {
  const journal = fakeTags(...lists);
  const view = renderWith(
    <>
      <Route path="/tags" component={TagsPage} />
      <Route path="/journal/:id?" component={JournalPage} />
    </>,
    path,
  );
  const ask = async (tag: string, what: string): Promise<void> => {
    await view.user.click(await view.findByRole('button', { name: `What to do with “${tag}”` }));
    await view.user.click(await view.findByRole('menuitem', { name: what }));
  };
  /** A message that offers, at most, to undo. */
  const told = async (words: string | RegExp) => {
    const messages = within(await view.findByRole('region', { name: 'Messages' }));
    await messages.findByText(words);
    return messages;
  };
  const tagsOf = () => journal.ids.map((id) => journal.entries.get(id)?.tags);
  return { ...journal, ...view, ask, told, tagsOf };
};
