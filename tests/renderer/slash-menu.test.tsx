import { waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Document } from '#core/document';
import { pageLines } from '#tests/support/page-lines';
import { findSession } from '../../renderer/features/journal/sessions';
import { pressInEditor, typeInEditor } from './an-editor';
import { entryOf, fakeJournal, showJournal } from './journal-fake';

const MENU = { name: 'What to put here' };

const openPage = async (text = '') => {
  const draft = entryOf(20, { title: 'Slow', text });
  fakeJournal([draft]);
  const screen = showJournal(`/journal/${draft.id}`);
  const page = await screen.findByRole('textbox', { name: 'Your page' });
  const session = findSession(draft.id);
  if (session === undefined) throw new Error('not open');
  const { editor } = session;
  page.focus();
  editor.commands.setTextSelection(editor.state.doc.content.size - 1);
  const names = (): string[] => screen.queryAllByRole('option').map(({ textContent }) => textContent ?? '');
  return {
    ...screen,
    page,
    session,
    editor,
    lines: () => pageLines(editor.getJSON() as Document),
    offered: (): string[] => names().filter((name) => !name.includes('Slow')),
    followed: () => document.getElementById(page.getAttribute('aria-activedescendant') ?? '')?.textContent,
  };
};

/** The name it is found by, and the page it makes of one that holds nothing. */
const blocks: readonly (readonly [name: string, typed: string, lines: readonly string[]])[] = [
  ['Text', 'text', ['p x']],
  ['Heading 1', 'h1', ['heading1 x']],
  ['Heading 2', 'heading 2', ['heading2 x']],
  ['Heading 3', 'small', ['heading3 x']],
  ['List', 'bullet', ['- x']],
  ['Numbered list', 'numb', ['1. x']],
  ['Checklist', 'todo', ['[ ] x']],
  ['Quote', 'QUO', ['> x']],
  ['Line across', 'divider', ['horizontalRule', 'p x']],
];

describe('the menu of a slash', () => {
  it.each(blocks)('puts in %s, and one undo brings back what was typed', async (name, typed, lines) => {
    const { editor, user, page, findByRole, offered, lines: written } = await openPage();
    typeInEditor(editor, `/${typed}`);
    await findByRole('listbox', MENU);
    expect(offered()[0]).toBe(name);
    page.focus();
    await user.keyboard('{Enter}');
    expect(editor.getText()).not.toContain('/');
    editor.commands.undo();
    expect(written()).toEqual([`p /${typed}`]);
    editor.commands.redo();
    typeInEditor(editor, 'x');
    expect(written()).toEqual(lines);
  });

  it('offers blocks, a link and every template, and fewer as one types', async () => {
    const { editor, findByRole, offered, queryByRole } = await openPage();
    typeInEditor(editor, '/');
    await findByRole('listbox', MENU);
    expect(offered()).toHaveLength(17);
    typeInEditor(editor, 'templ');
    await waitFor(() => expect(offered()).toHaveLength(7));
    typeInEditor(editor, 'zz');
    await waitFor(() => expect(queryByRole('listbox', MENU)).toBeNull());
    expect(pressInEditor(editor, 'Enter')).toBe(true);
    expect(editor.getText()).toBe('/templzz\n\n');
  });

  it('is followed by a screen reader while the arrows move, round and round', async () => {
    const { editor, user, page, findByRole, followed } = await openPage();
    typeInEditor(editor, '/');
    const list = await findByRole('listbox', MENU);
    expect(page.getAttribute('aria-controls')).toBe(list.id);
    expect(followed()).toBe('Text');
    await user.keyboard('{ArrowDown}');
    expect(followed()).toBe('Heading 1');
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(followed()).toBe('Weekly review');
    expect(document.activeElement).toBe(page);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(page.hasAttribute('aria-activedescendant')).toBe(false));
    expect(page.hasAttribute('aria-controls')).toBe(false);
  });

  it('leaves what was typed on Escape, and the entry stays open', async () => {
    const { editor, user, findByRole, queryByRole, paths, lines } = await openPage();
    const before = paths.length;
    typeInEditor(editor, '/quo');
    await findByRole('listbox', MENU);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(queryByRole('listbox', MENU)).toBeNull());
    expect(lines()).toEqual(['p /quo']);
    expect(paths).toHaveLength(before);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Your page');
  });

  it('takes a press of the mouse', async () => {
    const { editor, user, findByRole, lines } = await openPage('Words ');
    editor.commands.insertContent('and ');
    typeInEditor(editor, '/quo');
    await user.click(await findByRole('option', { name: 'Quote' }));
    expect(lines()[0]).toMatch(/^> Words and/);
  });

  it('does not take the Enter that ends a composition', async () => {
    const { editor, page, findByRole, getByRole } = await openPage();
    typeInEditor(editor, '/');
    await findByRole('listbox', MENU);
    page.dispatchEvent(new Event('compositionstart', { bubbles: true }));
    const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, isComposing: true });
    page.dispatchEvent(enter);
    expect(getByRole('listbox', MENU)).toBeTruthy();
    expect(editor.getText()).toBe('/');
  });

  it('puts a template where it was asked for, in one step, and names an entry that has no title', async () => {
    const { editor, session, user, findByRole, lines } = await openPage('First words.');
    session.change({ title: '' });
    editor.commands.insertContent({ type: 'paragraph' });
    typeInEditor(editor, '/grat');
    await findByRole('option', { name: 'Gratitude' });
    await user.keyboard('{Enter}');
    expect(lines()[0]).toBe('p First words.');
    expect(lines()[1]).toMatch(/^p One thing is enough/);
    expect(lines().join('\n')).not.toContain('/grat');
    expect(session.fields.read().title).toBe('Gratitude');
    editor.commands.undo();
    expect(lines()).toEqual(['p First words.', 'p /grat']);
  });

  it('puts a template below the line it was asked for in', async () => {
    const { editor, user, findByRole, lines } = await openPage('First words.');
    typeInEditor(editor, ' /grat');
    await findByRole('option', { name: 'Gratitude' });
    await user.keyboard('{Enter}');
    expect(lines()[0]).toBe('p First words.');
    expect(lines()[1]).toMatch(/^p One thing is enough/);
  });

  it('asks for the address of a link', async () => {
    const { editor, user, findByRole, lines } = await openPage();
    typeInEditor(editor, '/link');
    await findByRole('option', { name: 'Link' });
    await user.keyboard('{Enter}');
    await user.type(await findByRole('textbox', { name: 'Address' }), 'example.org{Enter}');
    await waitFor(() => expect(lines()).toEqual(['p [https://example.org](https://example.org)']));
  });

  it('makes a list of a heading and a heading of an item, and keeps a list that is one', async () => {
    const { editor, user, findByRole, lines } = await openPage();
    const take = async (typed: string): Promise<void> => {
      typeInEditor(editor, typed);
      await findByRole('listbox', MENU);
      await user.keyboard('{Enter}');
    };
    await take('/h1');
    await take('/bullet');
    await take('/bullet');
    expect(lines()).toEqual(['-']);
    await take('/todo');
    expect(lines()).toEqual(['[ ]']);
    await take('/h2');
    expect(lines()).toEqual(['heading2']);
  });
});
