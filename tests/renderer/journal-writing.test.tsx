import { waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { documentText } from '#core/document';
import type { EntryDraft } from '#core/entry';
import type { RecordId } from '#core/record';
import { failed, type Result } from '#core/result';
import { requestIntent } from '#lib/intents';
import { flushAll } from '#lib/unsaved-work';
import { findSession } from '../../renderer/features/journal/sessions';
import { entryOf, fakeJournal, showJournal } from './journal-fake';

const sessionOf = (id: string) => {
  const session = findSession(id);
  if (session === undefined) throw new Error('not open');
  return session;
};
/** Types at the end of the page of an open entry. */
const write = (id: string, text: string): void => {
  const { editor } = sessionOf(id);
  editor.commands.insertContentAt(editor.state.doc.content.size - 1, text);
};
const textOf = ({ body }: EntryDraft): string => documentText(body);
const idIn = (paths: readonly string[]): string => paths.at(-1)?.split('/').at(-1) ?? '';

const begin = async () => {
  const journal = fakeJournal();
  const screen = showJournal();
  const [button] = await screen.findAllByRole('button', { name: 'Write a first page' });
  if (button === undefined) throw new Error('no way to begin');
  await screen.user.click(button);
  await screen.findByRole('textbox', { name: 'Your page' });
  return { ...journal, ...screen, id: idIn(screen.paths) };
};

const openOne = async (draft = entryOf(20, { title: 'Slow', text: 'Grey all day.' })) => {
  const journal = fakeJournal([draft]);
  const screen = showJournal(`/journal/${draft.id}`);
  await screen.findByRole('textbox', { name: 'Your page' });
  return { ...journal, ...screen, id: draft.id };
};

describe('a new entry', () => {
  it('is stored nowhere until something is put into it', async () => {
    const { client, id, user, queryByText } = await begin();
    write(id, '   ');
    await flushAll();
    expect(client.inputsOf('entries.save')).toEqual([]);
    expect(queryByText(/Saved/)).toBeNull();
    await user.keyboard('{Escape}');
  });

  it('is stored with its first words, and shown in the list without asking for the list again', async () => {
    const { client, entries, id, findByRole, findByText } = await begin();
    const asked = client.inputsOf('entries.list').length;
    write(id, 'It began with rain.');
    await findByText(/^Saved/);
    expect(entries.get(id as RecordId)?.title).toBe('');
    expect(client.inputsOf('entries.save')[0]?.baseVersion).toBeNull();
    await findByRole('option', { name: /It began with rain/ });
    expect(client.inputsOf('entries.list').length).toBe(asked);
  });

  it('goes on from the version that was stored last', async () => {
    const { client, entries, id } = await begin();
    write(id, 'One.');
    await flushAll();
    const first = entries.get(id as RecordId)?.version;
    write(id, ' Two.');
    await flushAll();
    const [, second] = client.inputsOf('entries.save');
    expect(second?.baseVersion).toBe(first);
    expect(second && textOf(second as EntryDraft)).toBe('One. Two.');
  });

  it('stays when it is emptied again', async () => {
    const { client, entries, id } = await begin();
    write(id, 'One.');
    await flushAll();
    sessionOf(id).editor.commands.clearContent(true);
    await flushAll();
    expect(client.inputsOf('entries.save')).toHaveLength(2);
    expect(entries.has(id as RecordId)).toBe(true);
  });

  it('is the same one when another is asked for while it is empty', async () => {
    const { paths, id } = await begin();
    requestIntent('new-entry');
    await waitFor(() => expect(idIn(paths)).toBe(id));
  });

  it('keeps title, mood and tags', async () => {
    const { entries, id, user, getByRole, findByRole } = await begin();
    await user.type(getByRole('textbox', { name: 'Title' }), 'Early');
    await user.click(getByRole('button', { name: '+ mood' }));
    await user.click(await findByRole('radio', { name: 'Good' }));
    await user.keyboard('{Escape}');
    await user.type(getByRole('combobox', { name: 'Tags' }), 'home,');
    await flushAll();
    expect(entries.get(id as RecordId)).toMatchObject({ title: 'Early', mood: 4, tags: ['home'] });
  });
});

describe('an entry being written', () => {
  it('is not written at all while nothing changes', async () => {
    const { client } = await openOne();
    await flushAll();
    expect(client.inputsOf('entries.save')).toEqual([]);
  });

  it('keeps what was stored besides its words', async () => {
    const { entries, id } = await openOne(entryOf(20, { feelings: ['calm'], kind: 'letter', mood: 2 }));
    write(id, ' And more.');
    await flushAll();
    expect(entries.get(id)).toMatchObject({ feelings: ['calm'], kind: 'letter', mood: 2 });
  });

  it('is written when the window loses the focus, and when its page is left', async () => {
    const { client, id, unmount } = await openOne();
    write(id, ' One.');
    window.dispatchEvent(new Event('blur'));
    await waitFor(() => expect(client.inputsOf('entries.save')).toHaveLength(1));
    write(id, ' Two.');
    unmount();
    await waitFor(() => expect(client.inputsOf('entries.save')).toHaveLength(2));
  });

  it('has its undo after another entry was looked at', async () => {
    const [one, other] = [entryOf(20, { text: 'Grey.' }), entryOf(19, { title: 'Other' })];
    fakeJournal([one, other]);
    const { user, paths, findByRole, findByDisplayValue } = showJournal(`/journal/${one.id}`);
    await findByRole('textbox', { name: 'Your page' });
    write(one.id, ' And then not.');
    await user.click(await findByRole('option', { name: /Other/ }));
    await findByDisplayValue('Other');
    await user.click(await findByRole('option', { name: /Grey/ }));
    await waitFor(() => expect(idIn(paths)).toBe(one.id));
    sessionOf(one.id).editor.commands.undo();
    expect(sessionOf(one.id).editor.getText()).toBe('Grey.');
  });
});

describe('words that cannot be written', () => {
  it('stay, with what happened and what to do, until they can', async () => {
    const { client, entries, save, id, user, findByRole, getByRole, getByText, queryByRole } = await openOne();
    client.answer('entries.save', () => failed({ code: 'DISK_FULL' }));
    write(id, ' More.');
    expect((await findByRole('alert')).textContent).toContain('The disk is full.');
    // Grey all day. More.
    expect(getByText(/^4 words$/)).toBeTruthy();
    expect(getByRole('textbox', { name: 'Your page' }).getAttribute('contenteditable')).toBe('true');
    client.answer('entries.save', (draft) => save(draft as EntryDraft));
    await user.click(getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(queryByRole('alert')).toBeNull());
    expect(textOf(entries.get(id) as unknown as EntryDraft)).toBe('Grey all day. More.');
  });

  it('are told of beside another entry too', async () => {
    const [one, other] = [entryOf(20, { title: 'One' }), entryOf(19, { title: 'Other' })];
    const { client } = fakeJournal([one, other]);
    const { user, findByRole, findByText, findByDisplayValue } = showJournal(`/journal/${one.id}`);
    await findByRole('textbox', { name: 'Your page' });
    client.answer('entries.save', () => failed({ code: 'READ_ONLY' }));
    write(one.id, ' More.');
    await findByRole('alert');
    await user.click(await findByRole('option', { name: /Other/ }));
    await findByText('The last words of another entry are not saved yet.');
    await user.click(await findByRole('link', { name: 'Go to it' }));
    await findByDisplayValue('One');
    await findByRole('alert');
  });

  it('are not lost with an entry that is put into the bin', async () => {
    const { client, id, user, getByRole, findAllByText } = await openOne();
    client.answer('entries.save', () => failed({ code: 'DISK_FULL' }));
    write(id, ' More.');
    await user.click(getByRole('button', { name: 'Delete the entry' }));
    await findAllByText(/The disk is full/);
    expect(client.inputsOf('entries.delete')).toEqual([]);
  });
});

describe('an entry that was changed elsewhere meanwhile', () => {
  it('keeps both texts, each in an entry of its own', async () => {
    const { entries, put, id, paths, findByText } = await openOne();
    put(id, { title: 'Theirs' });
    write(id, ' Mine.');
    await findByText(/was changed elsewhere/);
    expect(entries.get(id)?.title).toBe('Theirs');
    const own = idIn(paths);
    expect(own).not.toBe(id);
    expect(textOf(entries.get(own as RecordId) as unknown as EntryDraft)).toBe('Grey all day. Mine.');
    write(own, ' And on.');
    await flushAll();
    expect(entries.size).toBe(2);
    expect(textOf(entries.get(own as RecordId) as unknown as EntryDraft)).toBe('Grey all day. Mine. And on.');
  });

  it('keeps its words when it is gone', async () => {
    const { entries, id, paths, findByText } = await openOne();
    entries.delete(id);
    write(id, ' Mine.');
    await findByText(/was taken out of the journal/);
    expect(textOf(entries.get(idIn(paths) as RecordId) as unknown as EntryDraft)).toBe('Grey all day. Mine.');
  });

  it('is no other than ours when only the answer to our own writing was lost', async () => {
    const { client, entries, save, id, findByText } = await openOne();
    client.answer('entries.save', (draft): Result<never> => {
      save(draft as EntryDraft);
      client.answer('entries.save', (next) => save(next as EntryDraft));
      return failed({ code: 'INTERNAL' });
    });
    write(id, ' Once.');
    await flushAll();
    write(id, ' Twice.');
    await flushAll();
    await findByText(/^Saved/);
    expect(entries.size).toBe(1);
    expect(textOf(entries.get(id) as unknown as EntryDraft)).toBe('Grey all day. Once. Twice.');
  });
});

describe('the order of saving', () => {
  it('has one save of an entry under way at a time', async () => {
    const { client, save, id } = await openOne();
    let under = 0;
    let most = 0;
    client.answer('entries.save', async (draft) => {
      under += 1;
      most = Math.max(most, under);
      await new Promise((done) => setTimeout(done, 5));
      under -= 1;
      return save(draft as EntryDraft);
    });
    for (const word of ['a', 'b', 'c']) {
      write(id, word);
      void flushAll();
    }
    await flushAll();
    expect(most).toBe(1);
  });
});
