import { act, fireEvent, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { otherRunOpen, type RunDraft } from '#core/run';
import { flushAll } from '#lib/unsaved-work';
import { aRun } from '#tests/support/builders';
import { failing } from '#tests/support/fake-client';
import { CleanTimeCard } from '../../renderer/features/today/clean-time-card';
import { aJournal, moment, onAnEvening } from './days';
import { renderWith } from './render';

onAnEvening();

const since = (date: string, more: Partial<RunDraft> = {}) => aRun({ began: moment(date, 0), ...more });
const between = (from: string, to: string) => since(from, { ended: moment(to, 0), endCause: 'other' });

const show = () => renderWith(<CleanTimeCard />, '/today');
type View = ReturnType<typeof show>;

const openOverview = async (view: View) => {
  await view.user.click(await view.findByText('Runs and milestones'));
  return within(await view.findByRole('dialog'));
};
const addRun = async (view: View) => {
  await view.user.click(await (await openOverview(view)).findByText('Add a run'));
  return within(await view.findByRole('dialog', { name: 'A first day' }));
};

/** So many days back (or ahead) in a date's field. Not focused: happy-dom answers a selection with another one, without end. */
const goBack = (dialog: ReturnType<typeof within>, label: string, days: number): void => {
  const [day] = within(dialog.getByRole('group', { name: label })).getAllByRole('spinbutton');
  for (let step = 0; step < Math.abs(days); step += 1)
    fireEvent.keyDown(day as HTMLElement, { key: days < 0 ? 'ArrowUp' : 'ArrowDown' });
};

const goesOn = 'Your run since Mon 6 Jul is still going on. Only one run can go on at a time.';

describe('a run that would go on beside another', () => {
  it('says so before it is saved, and is not saved', async () => {
    const client = aJournal({ runs: [since('2026-07-06')] });
    const view = show();
    const dialog = await addRun(view);
    expect(dialog.getByText(goesOn)).toBeDefined();
    await view.user.click(dialog.getByText('Save'));
    expect(dialog.getByRole('alert').textContent).toContain('First say which of the two has ended.');
    expect(document.activeElement).toBe(dialog.getByRole('button', { name: 'That run has ended' }));
    expect(client.inputsOf('runs.save')).toEqual([]);
    expect(view.getByText('139')).toBeDefined();
  });

  it('leads to the end of the other, safety first, and then goes on as it was told', async () => {
    const first = since('2026-07-06', { note: 'The long one.' });
    const client = aJournal({ runs: [first] });
    const view = show();
    const dialog = await addRun(view);
    goBack(dialog, 'First day', 5);
    await view.user.type(dialog.getByLabelText('Note'), 'With Dana.');
    await view.user.click(dialog.getByText('That run has ended'));
    const end = within(await view.findByRole('dialog', { name: 'A run has ended' }));
    expect(end.getByText(/a dose that was usual can kill/)).toBeDefined();
    expect(end.getByText('After that your run from Mon 16 Nov goes on.')).toBeDefined();
    await view.user.click(end.getByText('Write it down'));
    await waitFor(() => expect(view.queryByRole('dialog')).toBeNull());
    expect(client.inputsOf('runs.save')).toMatchObject([
      { id: first.id, ended: moment('2026-11-16', 0), endCause: 'slip', note: 'The long one.' },
      { began: moment('2026-11-16', 0), ended: null, note: 'With Dana.' },
    ]);
    expect(view.getByText('5')).toBeDefined();
    await view.user.click(await view.findByText('Undo'));
    expect(await view.findByText('139')).toBeDefined();
    expect(client.inputsOf('runs.delete')).toHaveLength(1);
  });

  it('comes back as it was told when the person thinks again', async () => {
    const client = aJournal({ runs: [since('2026-07-06')] });
    const view = show();
    const dialog = await addRun(view);
    goBack(dialog, 'First day', 5);
    await view.user.type(dialog.getByLabelText('Note'), 'With Dana.');
    await view.user.click(dialog.getByText('That run has ended'));
    await view.user.click(within(await view.findByRole('dialog', { name: 'A run has ended' })).getByText('Cancel'));
    const again = within(await view.findByRole('dialog', { name: 'A first day' }));
    expect(again.getByLabelText('Note')).toHaveProperty('value', 'With Dana.');
    expect(within(again.getByRole('group', { name: 'First day' })).getAllByRole('spinbutton')[0]?.textContent).toBe(
      '16',
    );
    expect(client.inputsOf('runs.save')).toEqual([]);
  });

  it('asks before what was told of it is lost, also after the person thought again', async () => {
    aJournal({ runs: [since('2026-07-06')] });
    const view = show();
    const dialog = await addRun(view);
    await view.user.type(dialog.getByLabelText('Note'), 'With Dana.');
    await view.user.click(dialog.getByText('That run has ended'));
    await view.user.click(view.getByText('Cancel'));
    await view.user.keyboard('{Escape}');
    expect(await view.findByText('Leave without saving?')).toBeDefined();
    await view.user.click(view.getByText('Go on here'));
    await view.user.click(view.getByText('Cancel'));
    expect(await view.findByText('Leave without saving?')).toBeDefined();
  });

  it('may have ended itself: the focus stays in the form, and shared days are said to count once', async () => {
    const client = aJournal({ runs: [since('2026-07-06')] });
    const view = show();
    const dialog = await addRun(view);
    await view.user.click(dialog.getByText('This one has ended'));
    expect(document.activeElement).toBe(dialog.getByRole('checkbox', { name: 'It goes on today' }));
    expect(dialog.queryByText(goesOn)).toBeNull();
    expect(dialog.getByText(/in your run since Mon 6 Jul as well\. A day in two runs counts once\./)).toBeDefined();
    goBack(dialog, 'First day', 5);
    goBack(dialog, 'Last day', 1);
    await view.user.click(dialog.getByText('Another reason'));
    await view.user.click(dialog.getByText('Save'));
    await waitFor(() => expect(view.queryByRole('dialog')).toBeNull());
    expect(client.inputsOf('runs.save')).toMatchObject([
      { began: moment('2026-11-16', 0), ended: moment('2026-11-20', 0), endCause: 'other' },
    ]);
    expect(view.getByText('139')).toBeDefined();
  });

  it('is told in words where only the worker knows of the other', async () => {
    const client = aJournal();
    const view = show();
    await view.user.click(await view.findByText('Set a first day'));
    client.answer('runs.save', failing('INVALID_INPUT', { fields: otherRunOpen }));
    await view.user.click(view.getByText('Save'));
    expect((await view.findByRole('alert')).textContent).toContain('Another run is still going on.');
  });

  it('is one that had ended: changing it leads the same way, and Undo gives it its end again', async () => {
    const past = between('2026-01-05', '2026-06-27');
    const client = aJournal({ runs: [past, since('2026-07-06')] });
    const view = show();
    const overview = await openOverview(view);
    await view.user.click(await overview.findByRole('button', { name: 'Change the run from Mon 5 Jan' }));
    const dialog = within(await view.findByRole('dialog', { name: 'Change a run' }));
    await view.user.click(dialog.getByText('It goes on today'));
    await view.user.click(dialog.getByText('That run has ended'));
    await view.user.click(
      within(await view.findByRole('dialog', { name: 'A run has ended' })).getByText('Write it down'),
    );
    await waitFor(() => expect(view.queryByRole('dialog')).toBeNull());
    expect(client.inputsOf('runs.save').at(-1)).toMatchObject({ id: past.id, ended: null });
    await view.user.click(await view.findByText('Undo'));
    expect(await view.findByText('139')).toBeDefined();
    expect(client.inputsOf('runs.save').slice(2)).toMatchObject([{ id: past.id, endCause: 'other' }, { ended: null }]);
  });
});

describe('runs that share days', () => {
  it.each([
    ['one', [between('2026-11-01', '2026-11-10')], 'in your run from Sun 1 Nov to Tue 10 Nov as well'],
    ['two', [between('2026-11-01', '2026-11-10'), between('2026-11-09', '2026-11-12')], 'in 2 other runs as well'],
  ])('say so: with %s', async (_, runs, words) => {
    aJournal({ runs });
    const view = show();
    const dialog = await addRun(view);
    goBack(dialog, 'First day', 14);
    expect(dialog.getByText(new RegExp(words))).toBeDefined();
  });

  it('say nothing where one begins on the day on which the other ended', async () => {
    aJournal({ runs: [between('2026-11-01', '2026-11-16')] });
    const view = show();
    const dialog = await addRun(view);
    goBack(dialog, 'First day', 5);
    expect(dialog.queryByText(/as well/)).toBeNull();
  });
});

describe('a deleted run', () => {
  it('does not come back beside one that goes on by now, and says why', async () => {
    aJournal({ runs: [since('2026-07-06')] });
    const view = show();
    const overview = await openOverview(view);
    await view.user.click(await overview.findByRole('button', { name: 'Delete the run from Mon 6 Jul' }));
    await view.user.click(await overview.findByText('Add a run'));
    await view.user.click(within(await view.findByRole('dialog', { name: 'A first day' })).getByText('Save'));
    await waitFor(() => expect(view.queryByRole('dialog')).toBeNull());
    await view.user.click(await view.findByText('Undo'));
    expect(
      (await view.findAllByText(/^Another run is still going on, so this one cannot come back yet\./))[0],
    ).toBeDefined();
    expect(view.getByText('day this run')).toBeDefined();
  });
});

describe('the words of a run that cannot begin', () => {
  it('are kept as they stand in the form when the journal locks, and the run that goes on is left alone', async () => {
    const client = aJournal({ runs: [since('2026-07-06', { note: 'The long one.' })] });
    const view = show();
    const dialog = await addRun(view);
    await view.user.type(dialog.getByLabelText('Note'), 'With Dana.');
    expect(await flushAll()).toEqual([]);
    expect(client.inputsOf('runs.save')).toEqual([]);
    expect(client.inputsOf('drafts.keep').at(-1)?.content).toMatchObject({ form: 'run', note: 'With Dana.' });
  });

  it('are kept on the way to the end of the other as well', async () => {
    const first = since('2026-07-06');
    const client = aJournal({ runs: [first] });
    const view = show();
    const dialog = await addRun(view);
    await view.user.type(dialog.getByLabelText('Note'), 'With Dana.');
    await view.user.click(dialog.getByText('That run has ended'));
    await view.user.type(view.getByLabelText('What you want to remember'), 'Payday.');
    await act(async () => expect(await flushAll()).toEqual([]));
    expect(client.inputsOf('drafts.keep').at(-1)?.content).toMatchObject({
      ...{ form: 'run-end', record: first.id, note: 'Payday.' },
      next: { draft: { note: 'With Dana.' }, was: null },
    });
  });

  it('are kept with it when the way leads on from there to the emergency card', async () => {
    const first = since('2026-07-06');
    const client = aJournal({ runs: [first] });
    const view = show();
    const dialog = await addRun(view);
    await view.user.type(dialog.getByLabelText('Note'), 'With Dana.');
    await view.user.click(dialog.getByText('That run has ended'));
    view.unmount();
    await waitFor(() =>
      expect(client.inputsOf('runs.save')).toMatchObject([{ id: first.id, ended: null, note: 'With Dana.' }]),
    );
  });
});
