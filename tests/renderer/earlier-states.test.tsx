import { within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { documentText } from '#core/document';
import { flushAll } from '#lib/unsaved-work';
import { failing } from '#tests/support/fake-client';
import { findSession } from '../../renderer/features/journal/sessions';
import { entryOf, fakeJournal, showJournal } from './journal-fake';

/** An open entry that was written over once. */
const openChanged = async () => {
  const draft = entryOf(20, { title: 'Slow', text: 'Grey all day.' });
  const journal = fakeJournal([draft]);
  const screen = showJournal(`/journal/${draft.id}`);
  await screen.findByRole('textbox', { name: 'Your page' });
  const session = findSession(draft.id);
  if (session === undefined) throw new Error('not open');
  session.editor.commands.insertContentAt(session.editor.state.doc.content.size - 1, ' Then rain.');
  await flushAll();
  const text = () => documentText(journal.entries.get(draft.id)?.body ?? { type: 'doc', content: [] });
  const open = async () => {
    await screen.user.click(await screen.findByRole('button', { name: 'Earlier states' }));
    return within(await screen.findByRole('dialog', { name: 'Earlier states of this entry' }));
  };
  return { ...journal, ...screen, session, text, open };
};

describe('the earlier states of an entry', () => {
  it('are shown with their words, and taken back; Undo takes that back', async () => {
    const test = await openChanged();
    expect(test.text()).toBe('Grey all day. Then rain.');
    const dialog = await test.open();
    expect((await dialog.findByRole('article')).textContent).toContain('Grey all day.');
    expect(dialog.getByRole('article').textContent).not.toContain('Then rain.');
    expect(dialog.getByRole('radio', { name: /until .* 3 words/ })).toBeDefined();
    await test.user.click(dialog.getByText('Take this state back'));
    await test.findAllByText(/The earlier state is back/);
    expect(test.text()).toBe('Grey all day.');
    expect(test.session.editor.getText()).toBe('Grey all day.');
    await test.user.click(test.getByText('Undo'));
    await expect.poll(test.text).toBe('Grey all day. Then rain.');
    expect(test.session.editor.getText()).toBe('Grey all day. Then rain.');
  });

  it('tell which of them a merge put aside', async () => {
    const test = await openChanged();
    const [state] = test.revisions.get(test.session.entry.read().id) ?? [];
    if (state === undefined) throw new Error('no state');
    test.revisions.set(test.session.entry.read().id, [{ ...state, reason: 'merge' }]);
    const dialog = await test.open();
    expect(await dialog.findByRole('radio', { name: /^put aside by a merge, .* 3 words/ })).toBeDefined();
  });

  it('come after what is typed now, which is written first and so kept as well', async () => {
    const test = await openChanged();
    test.session.change({ title: 'Slower' });
    const dialog = await test.open();
    await test.user.click(await dialog.findByText('Take this state back'));
    await test.findAllByText(/The earlier state is back/);
    const again = await test.open();
    await test.user.click(again.getAllByRole('radio')[0] as HTMLElement);
    expect((await again.findByRole('article')).textContent).toContain('Slower');
  });

  it('say so where there are none', async () => {
    const draft = entryOf(20, { title: 'Slow', text: 'Grey all day.' });
    fakeJournal([draft]);
    const { user, findByRole, findByText } = showJournal(`/journal/${draft.id}`);
    await user.click(await findByRole('button', { name: 'Earlier states' }));
    expect(await findByText('There is none yet.')).toBeDefined();
  });

  it('leave everything as it is where one cannot be taken back', async () => {
    const test = await openChanged();
    test.client.answer('entries.takeBack', failing('DISK_FULL'));
    const dialog = await test.open();
    await test.user.click(await dialog.findByText('Take this state back'));
    expect(await test.findAllByText(/The disk is full/)).not.toEqual([]);
    expect(test.session.editor.getText()).toBe('Grey all day. Then rain.');
  });
});
