import { waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '#core/record';
import { call } from '#lib/client';
import { requestIntent } from '#lib/intents';
import { useShortcuts } from '#lib/keyboard';
import { anId } from '#tests/support/builders';
import { failing } from '#tests/support/fake-client';
import { entryOf, fakeJournal, showJournal } from './journal-fake';

const aYear = () => [
  entryOf(20, { title: 'Slow', text: 'Grey all day.', tags: ['tired'], mood: 3 }),
  entryOf(19, { title: 'Phone call', text: 'The kettle was on when she picked up.', mood: 5 }),
  entryOf(2, { text: 'No title here. Only words.' }),
  entryOf(-20, { title: 'October' }),
];

let year = aYear();

// Entries of their own for every test: what is open stays open.
beforeEach(() => {
  year = aYear();
});

describe('the journal', () => {
  it('begins with one sentence and one action', async () => {
    fakeJournal();
    const { findAllByText, queryByRole } = showJournal();
    await findAllByText('Nothing here yet. A first sentence is enough.');
    expect(queryByRole('searchbox')).toBeNull();
    expect(queryByRole('button', { name: /^New/ })).toBeNull();
  });

  it('says where its entries are when all of them were deleted', async () => {
    const { client } = fakeJournal(year);
    for (const { id } of year) await call('entries.delete', { id });
    const { findAllByText, queryByText } = showJournal();
    await findAllByText(/^There are no entries here now\. Those you deleted lately lie under Recently deleted\./);
    expect(queryByText(/Nothing here yet/)).toBeNull();
    expect(client.inputsOf('entries.delete')).toHaveLength(year.length);
  });

  it('lists entries by month with what a row shows of each', async () => {
    fakeJournal(year);
    const { findByRole, getByRole } = showJournal();
    await findByRole('listbox', { name: 'Journal' });
    const november = within(getByRole('group', { name: 'November 2026' })).getAllByRole('option');
    expect(november.map(({ textContent }) => textContent)).toEqual([
      'SlowFri 20OkayGrey all day.tired',
      'Phone callThu 19Very goodThe kettle was on when she picked up.',
      'No title here.Mon 2Only words.',
    ]);
    expect(within(getByRole('group', { name: 'October 2026' })).getAllByRole('option')).toHaveLength(1);
  });

  it('opens with the keys: arrows move, Enter opens and goes to the page, Escape comes back', async () => {
    fakeJournal(year);
    const { user, findByRole, findByDisplayValue, getByRole, paths } = showJournal();
    const list = await findByRole('listbox');
    list.focus();
    await user.keyboard('{End}{Home}{ArrowDown}');
    expect(list.getAttribute('aria-activedescendant')).toBe(getByRole('option', { name: /Phone call/ }).id);
    expect(paths).toEqual(['/journal']);
    await user.keyboard('{Enter}');
    await findByDisplayValue('Phone call');
    expect(getByRole('option', { name: /Phone call/ }).getAttribute('aria-selected')).toBe('true');
    await waitFor(() => expect(document.activeElement).toBe(getByRole('textbox', { name: 'Your page' })));
  });

  it('leaves the single keys to the window after a click on a row', async () => {
    fakeJournal(year);
    const pressed: string[] = [];
    const Keys = () => {
      useShortcuts({ '1': () => pressed.push('1'), c: () => pressed.push('c') });
      return null;
    };
    const { user, findByRole, findByDisplayValue } = showJournal('/journal', <Keys />);
    await user.click(await findByRole('option', { name: /Phone call/ }));
    await findByDisplayValue('Phone call');
    expect(document.activeElement).toBe(await findByRole('listbox'));
    await user.keyboard('1c');
    expect(pressed).toEqual(['1', 'c']);
  });

  it('says so when an address leads nowhere', async () => {
    fakeJournal(year);
    const { findByText, unmount } = showJournal(`/journal/${anId()}`);
    await findByText('This entry is not in the journal.');
    unmount();
    const nonsense = showJournal('/journal/nonsense');
    await nonsense.findByText('This entry is not in the journal.');
    await nonsense.user.click(nonsense.getByRole('button', { name: 'All entries' }));
    expect(nonsense.paths.at(-1)).toBe('/journal');
  });

  it('says what happened when the list cannot be read, and tries again', async () => {
    const { client } = fakeJournal(year);
    client.answer('entries.list', failing('INTERNAL'));
    const { user, findByRole, getByRole, findByText } = showJournal();
    await findByText('Something in Ebb did not work.');
    client.answer('entries.list', () => ({ ok: true, value: { items: [], next: null } }));
    await user.click(getByRole('button', { name: 'Try again' }));
    await findByRole('button', { name: 'Write' });
    await waitFor(() => expect(client.inputsOf('entries.list')).toHaveLength(2));
  });
});

describe('searching', () => {
  it('finds as one types, shows the words it was found by, and keeps the search when a hit is opened', async () => {
    fakeJournal(year);
    const { user, findByRole, findByText, findByDisplayValue, getByRole, container } = showJournal();
    await findByRole('listbox');
    requestIntent('search');
    await waitFor(() => expect(document.activeElement).toBe(getByRole('searchbox')));
    await user.keyboard('kettle');
    await findByText('One entry found');
    expect(container.querySelector('mark')?.textContent).toBe('kettle');
    await user.click(await findByRole('option', { name: /Phone call/ }));
    await findByDisplayValue('Phone call');
    expect((getByRole('searchbox') as HTMLInputElement).value).toBe('kettle');
  });

  it('says when nothing was found, and Escape gives the list back', async () => {
    fakeJournal(year);
    const { user, findByRole, findByText, getByRole } = showJournal();
    await findByRole('listbox');
    await user.type(getByRole('searchbox'), 'zebra');
    await findByText('Nothing found for “zebra”.');
    await user.keyboard('{Escape}');
    await findByRole('listbox', { name: 'Journal' });
  });
});

describe('deleting', () => {
  it('takes an entry, offers Undo, and gives it back', async () => {
    const { entries } = fakeJournal(year);
    const { user, findByRole, queryByRole, paths } = showJournal(`/journal/${year[0]?.id}`);
    await user.click(await findByRole('button', { name: 'Delete the entry' }));
    await waitFor(() => expect(queryByRole('option', { name: /Slow/ })).toBeNull());
    expect(paths.at(-1)).toBe('/journal');
    const region = await findByRole('region', { name: 'Messages' });
    within(region).getByText('“Slow” is deleted. It stays under Recently deleted for 30 days.');
    await user.click(within(region).getByRole('button', { name: 'Undo' }));
    await findByRole('option', { name: /Slow/ });
    expect(entries.get(year[0]?.id as RecordId)?.deletedAt).toBeNull();
  });

  it('keeps an entry on the screen when it could not be moved', async () => {
    const { client } = fakeJournal(year);
    client.answer('entries.delete', failing('DISK_FULL'));
    const { user, findByRole, findAllByText, getByRole } = showJournal(`/journal/${year[0]?.id}`);
    await user.click(await findByRole('button', { name: 'Delete the entry' }));
    await findAllByText(/The disk is full/);
    expect(getByRole('option', { name: /Slow/ })).toBeTruthy();
  });

  it('leaves an entry to be read and taken back', async () => {
    const { put } = fakeJournal(year);
    put(year[1]?.id as RecordId, { deletedAt: Date.UTC(2026, 10, 21) });
    const { user, findByRole, findByText, findByDisplayValue } = showJournal(`/journal/${year[1]?.id}`);
    await findByText('This entry is deleted. It stays here until Monday 21 December.');
    await user.click(await findByRole('button', { name: 'Take it back' }));
    await findByDisplayValue('Phone call');
  });
});
