import { act, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Link } from 'wouter';
import { emptyMergeCounts } from '#core/merge';
import { ok } from '#core/result';
import { command } from '#lib/query-client';
import { flushAll } from '#lib/unsaved-work';
import { anEntry, anId } from '#tests/support/builders';
import { findSession } from '../../renderer/features/journal/sessions';
import { entryOf, fakeJournal, showJournal } from './journal-fake';

const draft = entryOf(20, { title: 'Slow', text: 'Grey all day.' });

/** An entry that was opened; the person is on another page, or looks at it still. */
const opened = async (where: 'beside' | 'on screen') => {
  const journal = fakeJournal([draft]);
  const links = (
    <>
      <Link href="/settings">Away</Link>
      <Link href={`/journal/${draft.id}`}>Open it</Link>
    </>
  );
  const screen = showJournal(`/journal/${draft.id}`, links);
  await screen.findByRole('textbox', { name: 'Your page' });
  if (where === 'beside') await screen.user.click(screen.getByText('Away'));
  /** A merge that leaves the entry so; what it holds is what the journal is asked for afterwards. */
  const merge = async (change: () => void) => {
    journal.client.answer('merge.run', () => {
      change();
      return ok({ counts: emptyMergeCounts(), conflicts: [] });
    });
    await act(() => command('merge.run', { job: anId(), deletions: 'keep' }));
  };
  return { ...journal, ...screen, merge };
};
const theirs = anEntry({ text: 'Their words.' });
const shown = () => findSession(draft.id)?.editor.getText();

describe('an entry that was opened before a merge changed it', () => {
  it.each(['beside', 'on screen'] as const)('shows what the journal has now (%s)', async (where) => {
    const view = await opened(where);
    await view.merge(() => view.put(draft.id, { title: 'Quick', body: theirs.body }));
    await view.user.click(view.getByText('Open it'));
    await view.findByDisplayValue('Quick');
    await waitFor(() => expect(shown()).toBe('Their words.'));
    expect(view.getByRole('textbox', { name: 'Your page' }).textContent).toBe('Their words.');
    // What is written from here on goes on from there, and stands in the entry itself.
    findSession(draft.id)?.editor.commands.insertContentAt(1, 'Mine. ');
    await flushAll();
    expect(view.entries.size).toBe(1);
    expect(view.entries.get(draft.id)?.title).toBe('Quick');
  });

  it.each(['beside', 'on screen'] as const)('is not there where the journal has it no more (%s)', async (where) => {
    const view = await opened(where);
    await view.merge(() => view.entries.delete(draft.id));
    await view.user.click(view.getByText('Open it'));
    await view.findByText('This entry is not in the journal.');
    expect(view.queryByRole('textbox', { name: 'Your page' })).toBeNull();
  });

  it('is told as deleted where it lies in the bin', async () => {
    const view = await opened('on screen');
    await view.merge(() => view.put(draft.id, { deletedAt: Date.now() }));
    await view.findByRole('button', { name: 'Take it back' });
    expect(findSession(draft.id)).toBeUndefined();
  });

  it('keeps words of its own that are not stored yet: they become an entry beside the other', async () => {
    const view = await opened('on screen');
    findSession(draft.id)?.editor.commands.insertContentAt(1, 'Mine. ');
    await view.merge(() => view.put(draft.id, { body: theirs.body }));
    await flushAll();
    await view.findByText(/was changed elsewhere/);
    const texts = [...view.entries.values()].map(({ body }) => JSON.stringify(body));
    expect(texts.filter((text) => text.includes('Mine. Grey all day.'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('Their words.'))).toHaveLength(1);
  });

  it('does not make the list count as up to date, which the merge has changed as well', async () => {
    const view = await opened('beside');
    await view.merge(() => {
      view.put(draft.id, { title: 'Quick' });
      const other = entryOf(21, { title: 'Another' });
      view.save(other);
    });
    await waitFor(() => expect(findSession(draft.id)?.fields.read().title).toBe('Quick'));
    await view.user.click(view.getByText('Open it'));
    await view.findByRole('option', { name: /Another/ });
    await view.findByRole('option', { name: /Quick/ });
  });
});
