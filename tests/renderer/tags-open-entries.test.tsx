import { waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { findSession } from '../../renderer/features/journal/sessions';
import { changeTags } from '../../renderer/features/tags/change-tags';
import { showTags } from './tags-fake';

describe('an entry that is open while tags change', () => {
  const opened = async () => {
    const view = showTags([['Fam', 'sea'], ['Fam']], '/journal');
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
    await waitFor(() => expect(session.fields.read().tags).toEqual(['Kin', 'sea']));
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
