import { act, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { documentText } from '#core/document';
import type { EntryDraft } from '#core/entry';
import type { RecordId } from '#core/record';
import { failed } from '#core/result';
import { refresh } from '#lib/query-client';
import { flushAll } from '#lib/unsaved-work';
import { writingOnly } from '#lib/writing-only';
import { findSession } from '../../renderer/features/journal/sessions';
import { Shell } from '../../renderer/features/shell/shell';
import { typeInEditor } from './an-editor';
import { entryOf, fakeJournal, showJournal } from './journal-fake';

const sessionOf = (id: string) => {
  const session = findSession(id);
  if (session === undefined) throw new Error('not open');
  return session;
};
const idIn = (paths: readonly string[]): string => paths.at(-1)?.split('/').at(-1) ?? '';

const openAmong = async (drafts: readonly EntryDraft[], open: EntryDraft) => {
  const journal = fakeJournal(drafts);
  const screen = showJournal(`/journal/${open.id}`);
  await screen.findByRole('textbox', { name: 'Your page' });
  return { ...journal, ...screen };
};

const three = () =>
  [12, 11, 10].map((date) => entryOf(date, { title: `On the ${date}th`, text: 'Walked along the river.' }));

describe('a pinned entry', () => {
  it('stands first in the list under its own heading, once, with a mark', async () => {
    const [latest, middle, oldest] = three() as [EntryDraft, EntryDraft, EntryDraft];
    const { user, entries, findByRole, getAllByRole, getByRole } = await openAmong([latest, middle, oldest], oldest);
    await findByRole('group', { name: 'November 2026' });
    const button = getByRole('button', { name: 'Pin to the top of the list' });
    expect(button.getAttribute('aria-pressed')).toBe('false');
    await user.click(button);
    expect(button.getAttribute('aria-pressed')).toBe('true');
    await flushAll();
    expect(entries.get(oldest.id)?.pinned).toBe(true);
    const group = await findByRole('group', { name: 'Pinned' });
    const [row] = within(group).getAllByRole('option');
    expect(row?.textContent).toContain('Pinned');
    expect(row?.textContent).toContain('On the 10th');
    expect(getAllByRole('option').map(({ textContent }) => /On the \d+/.exec(textContent ?? '')?.[0])).toEqual([
      'On the 10',
      'On the 12',
      'On the 11',
    ]);
  });

  it('stands among the others again when it is pinned no longer', async () => {
    const [latest, middle, oldest] = three() as [EntryDraft, EntryDraft, EntryDraft];
    const pinned = { ...middle, pinned: true };
    const { user, findByRole, queryByRole, getAllByRole, getByRole } = await openAmong(
      [latest, pinned, oldest],
      middle,
    );
    await findByRole('group', { name: 'Pinned' });
    await user.click(getByRole('button', { name: 'Pin to the top of the list' }));
    await flushAll();
    await waitFor(() => expect(queryByRole('group', { name: 'Pinned' })).toBeNull());
    expect(getAllByRole('option').map(({ textContent }) => /On the \d+/.exec(textContent ?? '')?.[0])).toEqual([
      'On the 12',
      'On the 11',
      'On the 10',
    ]);
  });

  it('stands where its day is when the pinned ones cannot be read', async () => {
    const [latest, middle, oldest] = three() as [EntryDraft, EntryDraft, EntryDraft];
    const { client } = fakeJournal([latest, { ...middle, pinned: true }, oldest]);
    client.answer('entries.search', () => failed({ code: 'INTERNAL' }));
    const { findAllByRole, queryByRole } = showJournal();
    expect(await findAllByRole('option')).toHaveLength(3);
    expect(queryByRole('group', { name: 'Pinned' })).toBeNull();
  });
});

describe('feelings of an entry', () => {
  it('are chosen beside the mood and shown in words', async () => {
    const draft = entryOf(20, { feelings: ['calm'] });
    const { user, entries, findByRole, getByRole } = await openAmong([draft], draft);
    await user.click(getByRole('button', { name: 'Feelings: calm. Change' }));
    await user.click(
      await findByRole('button', { name: 'hopeful' }).catch(() => findByRole('row', { name: 'hopeful' })),
    );
    await user.keyboard('{Escape}');
    await findByRole('button', { name: 'Feelings: calm, hopeful. Change' });
    await flushAll();
    expect(entries.get(draft.id)?.feelings).toEqual(['calm', 'hopeful']);
  });
});

describe('the entries before and after', () => {
  it('are a press away, the words are written on leaving, and the button keeps the focus', async () => {
    const [latest, middle, oldest] = three() as [EntryDraft, EntryDraft, EntryDraft];
    const { user, paths, entries, findByDisplayValue, getByRole } = await openAmong([latest, middle, oldest], middle);
    typeInEditor(sessionOf(middle.id).editor, 'Unsaved. ');
    await user.click(getByRole('button', { name: 'The entry before' }));
    await findByDisplayValue('On the 10th');
    expect(idIn(paths)).toBe(oldest.id);
    await waitFor(() => expect(documentText(entries.get(middle.id)?.body ?? middle.body)).toContain('Unsaved.'));
    await waitFor(() => expect(getByRole('button', { name: 'The entry before' }).hasAttribute('disabled')).toBe(true));
    await waitFor(() => expect(document.activeElement).toBe(getByRole('button', { name: 'The entry after' })));
  });

  it('are reached by Alt and the arrows, from the page into the page', async () => {
    const [latest, middle, oldest] = three() as [EntryDraft, EntryDraft, EntryDraft];
    const { user, paths, findByDisplayValue, getByRole } = await openAmong([latest, middle, oldest], middle);
    await waitFor(() => expect(getByRole('button', { name: 'The entry after' }).hasAttribute('disabled')).toBe(false));
    getByRole('textbox', { name: 'Your page' }).focus();
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await findByDisplayValue('On the 12th');
    expect(idIn(paths)).toBe(latest.id);
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Your page'));
    await waitFor(() => expect(getByRole('button', { name: 'The entry after' }).hasAttribute('disabled')).toBe(true));
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(idIn(paths)).toBe(latest.id);
  });

  it('are asked for anew where an entry has come between', async () => {
    const [latest, middle, oldest] = three() as [EntryDraft, EntryDraft, EntryDraft];
    const { user, save, entries, paths, findByDisplayValue, getByRole } = await openAmong([latest, oldest], oldest);
    await waitFor(() => expect(getByRole('button', { name: 'The entry after' }).hasAttribute('disabled')).toBe(false));
    await user.click(getByRole('button', { name: 'The entry after' }));
    await findByDisplayValue('On the 12th');
    act(() => {
      save(middle);
      refresh(['entries']);
    });
    expect(entries.size).toBe(3);
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await findByDisplayValue('On the 11th');
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await findByDisplayValue('On the 10th');
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(() => expect(idIn(paths)).toBe(middle.id));
  });

  it('are those that were found, while something is searched for', async () => {
    const [latest, middle, oldest] = three() as [EntryDraft, EntryDraft, EntryDraft];
    const found = [latest, { ...middle, body: entryOf(1, { text: 'Nothing.' }).body }, oldest];
    const { user, paths, findByText, getByRole, findByDisplayValue } = await openAmong(found, latest);
    await user.type(getByRole('searchbox'), 'river');
    await findByText('2 entries found');
    await user.click(getByRole('button', { name: 'The entry before' }));
    await findByDisplayValue('On the 10th');
    expect(idIn(paths)).toBe(oldest.id);
  });
});

describe('the words that are chosen', () => {
  it('are counted beside all of them', async () => {
    const draft = entryOf(20, { text: 'One two three four.' });
    const { findByText, queryByText } = await openAmong([draft], draft);
    await findByText(/^4 words$/);
    act(() => void sessionOf(draft.id).editor.commands.setTextSelection({ from: 1, to: 8 }));
    await findByText(/^2 of 4 words$/);
    act(() => void sessionOf(draft.id).editor.commands.setTextSelection(3));
    await waitFor(() => expect(queryByText(/ of 4 words/)).toBeNull());
  });
});

describe('undo', () => {
  it('goes back through a whole sitting: past saves, other entries and hundreds of steps', async () => {
    const [one, other] = [entryOf(20, { title: 'One', text: 'Begin.' }), entryOf(19, { title: 'Other' })];
    const { user, client, findByRole, findByDisplayValue } = await openAmong([one, other], one);
    const { editor } = sessionOf(one.id);
    const words = Array.from({ length: 300 }, (_, index) => ` w${index}`);
    const write = (part: readonly string[]): void => {
      editor.commands.setTextSelection(editor.state.doc.content.size - 1);
      // A pause between two words, as long as makes a step.
      for (const word of part) {
        const tr = editor.state.tr.insertText(word);
        editor.view.dispatch(tr.setTime(tr.time + 1000 * (1 + words.indexOf(word))));
      }
    };
    write(words.slice(0, 150));
    await flushAll();
    await user.click(await findByRole('option', { name: /Other/ }));
    await findByDisplayValue('Other');
    await user.click(await findByRole('option', { name: /One/ }));
    await findByDisplayValue('One');
    write(words.slice(150));
    await flushAll();
    expect(client.inputsOf('entries.save').length).toBeGreaterThanOrEqual(2);
    expect(editor.getText()).toBe(`Begin.${words.join('')}`);
    for (const _ of words) editor.commands.undo();
    expect(editor.getText()).toBe('Begin.');
    for (const _ of words) editor.commands.redo();
    expect(editor.getText()).toBe(`Begin.${words.join('')}`);
  });
});

describe('focus', () => {
  const openInShell = async () => {
    const draft = entryOf(20, { title: 'Slow', text: 'Grey all day.' });
    const journal = fakeJournal([draft]);
    const screen = showJournal(`/journal/${draft.id}`, <Shell>{null}</Shell>);
    await screen.findByRole('textbox', { name: 'Your page' });
    return { ...journal, ...screen, id: draft.id as RecordId };
  };

  it('leaves only the title, the words, how they are saved, and the way back', async () => {
    const { user, getByRole, queryByRole, findByRole } = await openInShell();
    await user.click(getByRole('button', { name: 'Only the words' }));
    await findByRole('button', { name: 'Show everything again' });
    expect(document.activeElement).toBe(getByRole('textbox', { name: 'Your page' }));
    expect(queryByRole('navigation')).toBeNull();
    for (const name of ['Delete the entry', 'Pin to the top of the list', 'Bold', 'Template', '+ mood'])
      expect(queryByRole('button', { name })).toBeNull();
    expect(getByRole('textbox', { name: 'Title' })).toBeTruthy();
    await user.click(getByRole('button', { name: 'Show everything again' }));
    await findByRole('navigation');
    expect(document.activeElement).toBe(getByRole('textbox', { name: 'Your page' }));
  });

  it('comes and goes by the keys; Escape ends it and leaves the entry open', async () => {
    const { user, paths, getByRole, findByRole, queryByRole } = await openInShell();
    const before = paths.length;
    getByRole('textbox', { name: 'Your page' }).focus();
    await user.keyboard('{Control>}{Shift>}F{/Shift}{/Control}');
    await findByRole('button', { name: 'Show everything again' });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(queryByRole('button', { name: 'Show everything again' })).toBeNull());
    expect(paths).toHaveLength(before);
    expect(writingOnly.read()).toBe(false);
  });

  it('still says that words could not be written, and why', async () => {
    const { client, user, id, getByRole, findByRole, findAllByText } = await openInShell();
    await user.click(getByRole('button', { name: 'Only the words' }));
    client.answer('entries.save', () => failed({ code: 'DISK_FULL' }));
    typeInEditor(sessionOf(id).editor, 'More. ');
    expect((await findByRole('alert')).textContent).toContain('The disk is full.');
    expect((await findAllByText(/Not saved yet/)).length).toBeGreaterThan(0);
    act(() => writingOnly.write(false));
  });

  it('ends where there is nothing to write in', async () => {
    writingOnly.write(true);
    fakeJournal([]);
    const { findByText } = showJournal('/journal/not-an-id');
    await findByText('This entry is not in the journal.');
    await waitFor(() => expect(writingOnly.read()).toBe(false));
  });
});

describe('the keys for a link', () => {
  it('link the chosen words', async () => {
    const draft = entryOf(20, { text: 'read this now' });
    const { user, getByRole, findByRole } = await openAmong([draft], draft);
    const page = getByRole('textbox', { name: 'Your page' });
    page.focus();
    const { editor } = sessionOf(draft.id);
    editor.commands.setTextSelection({ from: 6, to: 10 });
    await user.keyboard('{Control>}{Shift>}K{/Shift}{/Control}');
    await user.type(await findByRole('textbox', { name: 'Address' }), 'example.org{Enter}');
    await waitFor(() => expect(editor.getHTML()).toContain('<a href="https://example.org">this</a>'));
  });
});
