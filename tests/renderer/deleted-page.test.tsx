import { act, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { callOrThrow } from '#lib/client';
import { command } from '#lib/query-client';
import { aCheckIn, aGoal, anId, aRun, day } from '#tests/support/builders';
import { always, failing } from '#tests/support/fake-client';
import { DeletedPage } from '../../renderer/features/deleted/deleted-page';
import { aJournal, moment, onAnEvening } from './days';
import { renderWith } from './render';

onAnEvening();

const checkIn = aCheckIn({ ...moment('2026-11-20', 8 * 60 + 40), mood: 4, craving: 7, note: 'Slow.' });
const goal = aGoal({ title: 'In bed by 23:00', why: 'Sleep.' });
const past = aRun({
  began: moment('2026-01-05', 0),
  ended: moment('2026-06-27', 0),
  endCause: 'slip',
  note: 'Payday.',
});

const deleteAll = async () => {
  await command('checkIns.delete', { id: checkIn.id });
  await command('goals.delete', { id: goal.id });
  await command('runs.delete', { id: past.id });
};

const withAll = async () => {
  const client = aJournal({ checkIns: [checkIn], goals: [goal], runs: [past] });
  await deleteAll();
  const view = renderWith(<DeletedPage />);
  const rows = await view.findAllByRole('listitem');
  return { client, view, rows: rows.map((row) => row.textContent) };
};

describe('what was recently deleted', () => {
  it('says what it was, when it was deleted and how long it is there', async () => {
    const { rows } = await withAll();
    const when = 'Deleted today 21:40, here until Mon 21 Dec';
    expect(rows).toEqual([
      `Check-in, yesterday 08:40Good · craving 7 · Slow.${when}Take it back`,
      `Goal: In bed by 23:00Sleep.${when}Take it back`,
      `Run from Mon 5 Jan to Sat 27 JunPayday.${when}Take it back`,
    ]);
  });

  it('is nothing in a journal in which nothing was deleted', async () => {
    aJournal({ checkIns: [checkIn] });
    const { findByText, queryByRole } = renderWith(<DeletedPage />);
    await findByText('Nothing is here. What you delete stays here for 30 days.');
    expect(queryByRole('list')).toBeNull();
  });

  it.each([
    ['Take it back: Check-in, yesterday 08:40', 'checkIns.restore', checkIn.id, 'The check-in is back.'],
    ['Take it back: Goal: In bed by 23:00', 'goals.restore', goal.id, 'The goal is back, with its history.'],
    ['Take it back: Run from Mon 5 Jan to Sat 27 Jun', 'runs.restore', past.id, 'The run is back.'],
  ] as const)('can be taken back, once however often it is asked for: %s', async (name, method, id, words) => {
    const { client, view } = await withAll();
    const button = view.getByRole('button', { name });
    const letGo = client.hold(method);
    act(() => {
      button.click();
      button.click();
    });
    await act(async () => letGo());
    await waitFor(() => expect(button.isConnected).toBe(false));
    expect(client.inputsOf(method)).toEqual([{ id }]);
    expect((await view.findAllByText(words)).length).toBeGreaterThan(0);
    // The button is gone, and the keyboard goes on beside it.
    expect(document.activeElement?.textContent).toBe('Take it back');
    const region = within(await view.findByRole('region', { name: 'Messages' }));
    await view.user.click(region.getByRole('button', { name: 'Undo' }));
    expect(await view.findByRole('button', { name })).toBeDefined();
  });

  it('stays when it cannot be taken back, and says why', async () => {
    const { client, view } = await withAll();
    client.answer('goals.restore', failing('DISK_FULL'));
    await view.user.click(view.getByRole('button', { name: 'Take it back: Goal: In bed by 23:00' }));
    await view.findAllByText(/The disk is full\./);
    expect(view.getByText('Goal: In bed by 23:00')).toBeDefined();
  });

  it('is not a second run that goes on: that one waits until the other has ended', async () => {
    const open = aRun({ began: moment('2026-07-06', 0) });
    const client = aJournal({ runs: [open] });
    await command('runs.delete', { id: open.id });
    await command('runs.save', aRun({ began: moment('2026-11-01', 0) }));
    const view = renderWith(<DeletedPage />);
    await view.user.click(await view.findByRole('button', { name: 'Take it back: Run since Mon 6 Jul' }));
    await view.findAllByText(/^Another run is still going on, so this one cannot come back yet\./);
    expect(client.inputsOf('runs.restore')).toHaveLength(1);
    expect(view.getByText('Run since Mon 6 Jul')).toBeDefined();
  });

  it('comes in stretches where it is much', async () => {
    const many = Array.from({ length: 70 }, (_, index) =>
      aCheckIn({ ...moment('2026-11-20', 60 + index), note: `note ${index}` }),
    );
    aJournal({ checkIns: many });
    for (const { id } of many) await command('checkIns.delete', { id });
    const { user, findByText, getAllByText, queryByText } = renderWith(<DeletedPage />);
    await findByText('30 of 70 shown');
    await user.click(await findByText('Show more'));
    await waitFor(() => expect(getAllByText('Take it back')).toHaveLength(60));
    await user.click(await findByText('Show more'));
    await waitFor(() => expect(getAllByText('Take it back')).toHaveLength(70));
    expect(queryByText('Show more')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Take it back');
  });

  it('goes for good only when that was asked twice', async () => {
    const { client, view } = await withAll();
    const name = 'Delete for good: Goal: In bed by 23:00';
    await view.user.click(view.getByRole('button', { name }));
    const question = within(await view.findByRole('alertdialog', { name: 'Delete this for good?' }));
    expect(question.getByText(/with its whole history/)).toBeDefined();
    expect(question.getByText(/^Backups made before now still hold it/)).toBeDefined();
    await view.user.keyboard('{Escape}');
    expect(client.inputsOf('bin.remove')).toEqual([]);
    await view.user.click(view.getByRole('button', { name }));
    await view.user.click(
      within(await view.findByRole('alertdialog')).getByRole('button', { name: 'Delete for good' }),
    );
    await waitFor(() => expect(view.queryByRole('button', { name })).toBeNull());
    expect(await view.findAllByText('The goal is gone for good.')).not.toEqual([]);
    expect(client.inputsOf('bin.remove')).toEqual([{ kind: 'goal', id: goal.id }]);
  });

  it('says in the question why it could not go', async () => {
    const { client, view } = await withAll();
    client.answer('bin.remove', failing('DISK_FULL'));
    await view.user.click(view.getByRole('button', { name: 'Delete for good: Goal: In bed by 23:00' }));
    const question = within(await view.findByRole('alertdialog'));
    await view.user.click(question.getByRole('button', { name: 'Delete for good' }));
    expect(await question.findByText('The disk is full.')).toBeDefined();
  });

  it('shows long words whole when they are asked for', async () => {
    aJournal({ goals: [aGoal({ why: 'It helps. '.repeat(300) })] });
    const [known] = (await callOrThrow('goals.list', { today: day('2026-11-21') })) ?? [];
    await command('goals.delete', { id: known?.goal.id ?? '' });
    const { user, findByRole, getByRole } = renderWith(<DeletedPage />);
    await user.click(await findByRole('button', { name: 'Show all of it' }));
    expect(getByRole('button', { name: 'Show less' }).getAttribute('aria-expanded')).toBe('true');
  });

  it('can be an entry, which is read on its own page', async () => {
    const client = aJournal();
    const summary = {
      ...{ id: anId(), position: 1, ...moment('2026-11-19', 600), day: day('2026-11-19'), title: '' },
      ...{ excerpt: 'Sheets on the line.', mood: null, tags: [], pinned: false, wordCount: 4, deletedAt: Date.now() },
    };
    client.answer('bin.list', always({ items: [{ kind: 'entry' as const, record: summary }], next: null, total: 1 }));
    const view = renderWith(<DeletedPage />, '/deleted');
    await view.user.click(await view.findByRole('button', { name: /^Read it: Entry, / }));
    expect(view.paths.at(-1)).toBe(`/journal/${summary.id}`);
  });

  it.each([
    ['The river', 'It was slow.', '“The river” is back in your journal.'],
    ['', 'Sheets on the line. Wind.', '“Sheets on the line.” is back in your journal.'],
    ['', '', 'The entry is back in your journal.'],
  ])('is named when it comes back: %o, %o', async (title, excerpt, words) => {
    const client = aJournal();
    const summary = {
      ...{ id: anId(), position: 1, ...moment('2026-11-19', 600), day: day('2026-11-19'), title, excerpt },
      ...{ mood: null, tags: [], pinned: false, wordCount: 4, deletedAt: Date.now() },
    };
    client.answer('bin.list', always({ items: [{ kind: 'entry' as const, record: summary }], next: null, total: 1 }));
    client.answer('entries.restore', always(null));
    const view = renderWith(<DeletedPage />, '/deleted');
    await view.user.click(await view.findByRole('button', { name: /^Take it back: Entry/ }));
    const region = within(await view.findByRole('region', { name: 'Messages' }));
    expect(region.getByText(words)).toBeDefined();
  });

  it('says what happened when it cannot be read', async () => {
    const client = aJournal();
    client.answer('bin.list', failing('INTERNAL'));
    const view = renderWith(<DeletedPage />);
    const alert = within(await view.findByRole('alert'));
    expect(alert.getByText('Something in Ebb did not work.')).toBeDefined();
    expect(alert.getByRole('button', { name: 'Try again' })).toBeDefined();
  });

  it('is there as soon as something is deleted', async () => {
    aJournal({ checkIns: [checkIn], goals: [goal], runs: [past] });
    const view = renderWith(<DeletedPage />);
    await view.findByText(/^Nothing is here/);
    await act(deleteAll);
    await waitFor(() => expect(view.getAllByText('Take it back')).toHaveLength(3));
  });
});
