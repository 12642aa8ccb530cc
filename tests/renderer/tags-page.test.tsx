import { waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Route } from 'wouter';
import type { Entry } from '#core/entry';
import { failed, ok } from '#core/result';
import { isSameTag, type LastTagChange, type TagUse, withTag } from '#core/tag-change';
import { registerUnsavedWork, unsaved } from '#lib/unsaved-work';
import { anEntry } from '#tests/support/builders';
import { failing } from '#tests/support/fake-client';
import { JournalPage } from '../../renderer/features/journal/journal-page';
import { findSession } from '../../renderer/features/journal/sessions';
import { changeTags } from '../../renderer/features/tags/change-tags';
import { TagsPage } from '../../renderer/features/tags/tags-page';
import { entryOf, fakeJournal } from './journal-fake';
import { renderWith } from './render';

/** A journal whose tags can be changed as the worker changes them. */
const fakeTags = (...lists: readonly (readonly string[])[]) => {
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

const family = [['Fam', 'river'], ['Fam', 'Café'], ['Fam'], ['Family', 'river']];

const show = (lists: readonly (readonly string[])[] = family, path = '/tags') => {
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

describe('the page of all tags', () => {
  it('lists them with their entries, most used first, and finds one by part of its name', async () => {
    const { user, findByRole, getByRole, getByText, queryByRole } = show();
    const list = await findByRole('list', { name: 'All tags' });
    const names = () =>
      within(list)
        .queryAllByRole('listitem')
        .map((row) => row.textContent);
    expect(names()).toEqual(['Fam3 entries', 'river2 entries', 'Café1 entry', 'Family1 entry']);
    await user.type(getByRole('searchbox', { name: 'Find a tag' }), 'CAFE');
    expect(names()).toEqual(['Café1 entry']);
    getByText('1 of 4 tags');
    await user.keyboard('x');
    getByText('No tag has this in its name.');
    expect(queryByRole('list', { name: 'All tags' })).toBeNull();
    await user.click(getByRole('button', { name: 'Show all tags' }));
    expect(names()).toHaveLength(4);
  });

  it('leads to the entries of a tag, by a search that is typed in the journal', async () => {
    const { user, findByRole, paths } = show([['my sister']]);
    await user.click(await findByRole('button', { name: 'my sister, 1 entry. Show them' }));
    expect(paths.at(-1)).toBe('/journal');
    await waitFor(async () => expect(await findByRole('searchbox')).toHaveProperty('value', 'tag:"my sister"'));
  });

  it('is one sentence and one way on in a journal without tags', async () => {
    const { user, findByText, getByRole, findAllByText, queryByRole, paths } = show([[]]);
    await findByText('There are no tags yet. Those you put on entries are listed here.');
    expect(queryByRole('searchbox')).toBeNull();
    await user.click(getByRole('button', { name: 'Write an entry' }));
    await findAllByText('Journal');
    expect(paths.at(-1)).toMatch(/^\/journal\/.+/);
  });

  it('says what is wrong where they cannot be read, and tries again', async () => {
    const { client } = fakeTags(['Fam']);
    client.failOnce('tags.list', () => true, 'INTERNAL');
    const { user, findByRole } = renderWith(<TagsPage />);
    await user.click(await findByRole('button', { name: 'Try again' }));
    await findByRole('button', { name: 'Fam, 1 entry. Show them' });
    expect(client.inputsOf('tags.list')).toHaveLength(2);
  });
});

describe('renaming a tag', () => {
  it('changes it everywhere, says so, and can be undone at once', async () => {
    const { client, user, ask, told, tagsOf, findByRole, findByText } = show();
    await ask('Fam', 'Rename');
    const field = await findByRole('textbox', { name: 'New name' });
    await user.clear(field);
    await user.type(field, ' Kin {Enter}');
    await told('“Fam” is now “Kin”.');
    expect(client.inputsOf('tags.rename')).toEqual([{ name: 'Fam', to: 'Kin' }]);
    expect(tagsOf()[0]).toEqual(['Kin', 'river']);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Kin3 entries'));
    await findByText('You renamed “Fam” to “Kin”. This last change of tags can be undone.');
    await user.click((await told('“Fam” is now “Kin”.')).getByRole('button', { name: 'Undo' }));
    await told('The tags are as they were.');
    expect(tagsOf()[0]).toEqual(['Fam', 'river']);
  });

  it('says before it is done that it would be a merge, whatever the case of the name', async () => {
    const { client, user, ask, told, tagsOf, findByRole, findByText } = show();
    await ask('Fam', 'Rename');
    const field = await findByRole('textbox', { name: 'New name' });
    await user.clear(field);
    await user.type(field, 'FAMILY');
    await findByText(/“Family” is there already\. .* 4 entries would then carry it\./);
    expect([...client.inputsOf('tags.rename'), ...client.inputsOf('tags.merge')]).toEqual([]);
    await user.click(await findByRole('button', { name: 'Merge' }));
    await told('“Fam” is now part of “Family”.');
    expect(client.inputsOf('tags.merge')).toEqual([{ name: 'Fam', into: 'Family' }]);
    expect(tagsOf()).toEqual([['Family', 'river'], ['Family', 'Café'], ['Family'], ['Family', 'river']]);
  });

  it('to the same name in other letters is no merge, to the very same is nothing, and to none is asked about', async () => {
    const { client, user, ask, findByRole, findByText, queryByRole } = show();
    await ask('Fam', 'Rename');
    const field = await findByRole('textbox', { name: 'New name' });
    await user.clear(field);
    await user.keyboard('{Enter}');
    await findByText('A tag needs a name.');
    await user.type(field, 'Fam{Enter}');
    await waitFor(() => expect(queryByRole('dialog')).toBeNull());
    expect(client.inputsOf('tags.rename')).toEqual([]);
    await ask('Fam', 'Rename');
    const again = await findByRole('textbox', { name: 'New name' });
    await user.clear(again);
    await user.type(again, 'fAM{Enter}');
    await waitFor(() => expect(client.inputsOf('tags.rename')).toEqual([{ name: 'Fam', to: 'fAM' }]));
    expect(client.inputsOf('tags.merge')).toEqual([]);
  });

  it('stays open and says why where it could not be done', async () => {
    const { client, user, ask, findByRole, findByText } = show();
    client.answer('tags.rename', failing('CONFLICT'));
    await ask('Fam', 'Rename');
    await user.type(await findByRole('textbox', { name: 'New name' }), 'x{Enter}');
    await findByText('There is another tag of this name by now.');
  });

  it('waits for words that could not be saved yet', async () => {
    const { client, user, ask, findByRole, told } = show();
    const forget = registerUnsavedWork(async () => [unsaved('entries.save', anEntry())]);
    await ask('Fam', 'Rename');
    await user.type(await findByRole('textbox', { name: 'New name' }), 'x{Enter}');
    await told(/Some words could not be saved yet, so the tags are as they were/);
    expect(client.inputsOf('tags.rename')).toEqual([]);
    forget();
  });
});

describe('merging and taking off', () => {
  it('merges into a tag that is chosen by typing and arrow keys, having said what comes of it', async () => {
    const { client, user, ask, findByRole, findByText, told } = show();
    await ask('Fam', 'Merge into another tag');
    await findByRole('combobox', { name: 'The tag that stays' });
    await user.click(await findByRole('button', { name: 'Merge', hidden: true }));
    await findByText('Choose the tag that stays.');
    await user.type(await findByRole('combobox', { name: 'The tag that stays' }), 'amil');
    await user.keyboard('{ArrowDown}{Enter}');
    await findByText('Entries with “Fam” then have “Family” in its place. 4 entries would then carry it.');
    await user.click(await findByRole('button', { name: 'Merge' }));
    await told('“Fam” is now part of “Family”.');
    expect(client.inputsOf('tags.merge')).toEqual([{ name: 'Fam', into: 'Family' }]);
  });

  it('takes a tag off at once, with a way back, and goes on to the next', async () => {
    const { tagsOf, ask, told, user, findByText, getAllByRole } = show();
    await ask('Fam', 'Take off all entries');
    await told('“Fam” is taken off all entries.');
    expect(tagsOf()).toEqual([['river'], ['Café'], [], ['Family', 'river']]);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('river2 entries'));
    await findByText('You took “Fam” off all entries. This last change of tags can be undone.');
    await user.click(getAllByRole('button', { name: 'Undo' })[0] ?? document.body);
    await told('The tags are as they were.');
    expect(tagsOf()).toEqual(family);
  });
});

describe('an entry that is open while tags change', () => {
  const opened = async () => {
    const view = show([['Fam', 'sea'], ['Fam']], '/journal');
    const [id] = view.ids;
    if (id === undefined) throw new Error('no entry');
    await view.user.click((await view.findAllByRole('option'))[0] ?? document.body);
    await view.findByRole('textbox', { name: 'Your page' });
    const session = findSession(id);
    if (session === undefined) throw new Error('not open');
    const write = (text: string): void => {
      session.editor.commands.insertContentAt(session.editor.state.doc.content.size - 1, text);
    };
    return { ...view, id, session, write };
  };

  it('shows the new tags, keeps its page as it is, and goes on from there', async () => {
    const { client, id, session, write, entries } = await opened();
    const page = session.editor.state.doc;
    expect(await changeTags({ kind: 'renamed', name: 'Fam', to: 'Kin' })).toBe('done');
    expect(session.fields.read().tags).toEqual(['Kin', 'sea']);
    expect(session.editor.state.doc).toBe(page);
    write(' More.');
    expect(await session.flush()).toBe(true);
    expect(entries.size).toBe(2);
    expect(entries.get(id)?.tags).toEqual(['Kin', 'sea']);
    expect(client.inputsOf('entries.save').map((draft) => draft.id)).toEqual([id]);
  });

  it('keeps words typed while the change was under way, in the same entry, with the new tags', async () => {
    const { client, id, session, write, entries } = await opened();
    const letGo = client.hold('entries.get');
    const changing = changeTags({ kind: 'renamed', name: 'Fam', to: 'Kin' });
    await waitFor(() => expect(entries.get(id)?.tags).toEqual(['Kin', 'sea']));
    write(' Typed meanwhile.');
    session.change({ tags: [...session.fields.read().tags, 'mine'] });
    letGo();
    await changing;
    expect(await session.flush()).toBe(true);
    expect(entries.size).toBe(2);
    expect(session.editor.getText()).toContain('Typed meanwhile.');
    expect(entries.get(id)?.tags).toEqual(['Kin', 'sea', 'mine']);
    expect(session.fields.read().tags).toEqual(['Kin', 'sea', 'mine']);
  });

  it('still parts from what was changed in more than its tags', async () => {
    const { id, put, session, write, entries } = await opened();
    put(id, { tags: ['Kin'], title: 'from elsewhere' });
    write(' Mine.');
    expect(await session.flush()).toBe(true);
    expect(entries.size).toBe(3);
    expect(entries.get(id)).toMatchObject({ title: 'from elsewhere', tags: ['Kin'] });
  });
});
