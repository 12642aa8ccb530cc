import { fireEvent, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { RunDraft } from '#core/run';
import { aRun } from '#tests/support/builders';
import { failing } from '#tests/support/fake-client';
import { CleanTimeCard } from '../../renderer/features/today/clean-time-card';
import { aJournal, moment, onAnEvening } from './days';
import { quietSelection } from './quiet-selection';
import { renderWith } from './render';

onAnEvening();
quietSelection();

const began = (date: string, more: Partial<RunDraft> = {}) => aRun({ began: moment(date, 0), ...more });
const firstRun = () =>
  began('2026-01-05', { ended: moment('2026-06-27', 600), endCause: 'slip', note: 'Payday. I was alone.' });
const twoRuns = () => [firstRun(), began('2026-07-06')];

const show = () => renderWith(<CleanTimeCard />, '/today');
const openDialog = async (view: ReturnType<typeof show>) => {
  await view.user.click(await view.findByText('Runs and milestones'));
  return view.findByRole('dialog');
};

describe('clean time', () => {
  it('shows this run, the next milestone and all days together', async () => {
    aJournal({ runs: twoRuns(), profile: { recoveringFrom: 'heroin' } });
    const { findByText, container } = show();
    expect(await findByText('139')).toBeDefined();
    expect(container.textContent).toContain('15 days to five months');
    expect(container.textContent).toContain('312 of 321 days since you began are heroin-free');
  });

  it('uses the words the person told, or neutral ones', async () => {
    aJournal({ runs: twoRuns(), profile: { recoveringFrom: 'heroin and pills', cleanTimeLabel: 'This side' } });
    const { findByText, findByRole, unmount } = show();
    expect(await findByText('312 of 321 days since you began are free of heroin and pills')).toBeDefined();
    expect(await findByRole('region', { name: 'This side' })).toBeDefined();
    unmount();
  });

  it.each(['Heroin and pills', 'OxyContin', 'H'])('lets %j begin the sentence, as it was written', async (told) => {
    aJournal({ runs: twoRuns(), profile: { recoveringFrom: told } });
    const { findByText } = show();
    expect(await findByText(`${told}: 312 of 321 days since you began are days free`)).toBeDefined();
  });

  it('says it plainly when nothing was told', async () => {
    aJournal({ runs: twoRuns() });
    const { findByText } = show();
    expect(await findByText('312 of 321 days since you began are days free')).toBeDefined();
  });

  it('begins with a first day, if the person would like that', async () => {
    const client = aJournal();
    const { user, findByText, findByRole } = show();
    await user.click(await findByText('Set a first day'));
    const dialog = within(await findByRole('dialog', { name: 'A first day' }));
    await user.click(dialog.getByText('Save'));
    expect(await findByText('day this run')).toBeDefined();
    expect(client.inputsOf('runs.save')).toMatchObject([
      { began: moment('2026-11-21', 0), ended: null, endCause: null },
    ]);
  });

  it.each([
    ['2026-11-21', '1', 'Tomorrow: 24 hours'],
    ['2026-11-18', '4', '3 days to one week'],
    ['2026-11-15', '7', 'Today: one week'],
    ['2026-10-23', '30', '2 days to one month, on Mon 23 Nov'],
    ['2025-11-22', '365', '1 day to one year, on Sun 22 Nov'],
  ])('of a run since %s shows %s and, without a contradiction, "%s"', async (first, days, milestone) => {
    aJournal({ runs: [began(first)] });
    const { findByText, container } = show();
    expect(await findByText(days)).toBeDefined();
    expect(container.textContent).toContain(milestone);
  });

  it('says the same of a run that began on the day of a slip, wherever it says it', async () => {
    const before = began('2026-10-01', { ended: moment('2026-11-14', 600), endCause: 'slip' });
    aJournal({ runs: [before, aRun({ began: moment('2026-11-14', 600) })] });
    const view = show();
    expect(await view.findByText('7')).toBeDefined();
    expect(view.container.textContent).toContain('Today: one week');
    const dialog = within(await openDialog(view));
    expect(await dialog.findByText('7 days')).toBeDefined();
    await view.user.click(dialog.getByText('It has ended'));
    expect(await view.findByText(/Your 6 days free stay yours/)).toBeDefined();
  });

  it('never shows a zero for a run that begins today after a slip, in the list either', async () => {
    const before = began('2026-10-01', { ended: moment('2026-11-21', 600), endCause: 'slip' });
    aJournal({ runs: [before, aRun({ began: moment('2026-11-21', 600) })] });
    const view = show();
    const dialog = within(await openDialog(view));
    expect(await dialog.findByText('a new run begins')).toBeDefined();
    expect(dialog.queryByText(/^0 /)).toBeNull();
  });

  it('stores nothing for a first day that is still to come, and says so at the field', async () => {
    const client = aJournal();
    const { user, findByText, findByRole } = show();
    await user.click(await findByText('Set a first day'));
    const dialog = within(await findByRole('dialog', { name: 'A first day' }));
    const day = dialog.getByRole('spinbutton', { name: /^day,/ });
    fireEvent.keyDown(day, { key: 'ArrowUp' });
    await user.click(dialog.getByText('Save'));
    expect(client.inputsOf('runs.save')).toEqual([]);
    expect(day.textContent).toBe('22');
    expect(dialog.getByText('This day is still to come. Choose today or an earlier one.')).toBeDefined();
  });

  it('looks back on the milestones of the run and on every run', async () => {
    aJournal({ runs: twoRuns() });
    const view = show();
    const dialog = within(await openDialog(view));
    expect(await dialog.findByText('four months')).toBeDefined();
    expect(dialog.getByText('173 days · ended with a slip')).toBeDefined();
    expect(dialog.getByText('Payday. I was alone.')).toBeDefined();
  });
});

describe('the end of a run', () => {
  it('puts safety first and kindness second, and keeps every day', async () => {
    aJournal({ runs: twoRuns() });
    const view = show();
    const dialog = await openDialog(view);
    await view.user.click(await within(dialog).findByText('It has ended'));
    const text = (await view.findByRole('dialog', { name: 'A run has ended' })).textContent ?? '';
    const safe = text.indexOf('a dose that was usual can kill');
    const kind = text.indexOf('It is not who you are');
    expect(safe).toBeGreaterThan(-1);
    expect(kind).toBeGreaterThan(safe);
    expect(text).toContain('Your 138 days free stay yours and stay counted.');
  });

  it('begins the next run and never shows a zero', async () => {
    const [first, second] = twoRuns();
    const client = aJournal({ runs: [first, second].filter((run) => run !== undefined) });
    const view = show();
    await view.user.click(await within(await openDialog(view)).findByText('It has ended'));
    await view.user.type(view.getByLabelText('What you want to remember'), 'Tell Dana.');
    await view.user.click(view.getByText('Write it down'));
    expect(await view.findByText('a new run begins')).toBeDefined();
    expect(view.container.textContent).toContain('311 of 321 days since you began are days free');
    const now = moment('2026-11-21', 21 * 60 + 40);
    expect(client.inputsOf('runs.save')).toMatchObject([
      { id: second?.id, ended: now, endCause: 'slip', note: 'Tell Dana.' },
      { began: now, ended: null },
    ]);
  });

  it('can be taken back', async () => {
    aJournal({ runs: twoRuns() });
    const view = show();
    await view.user.click(await within(await openDialog(view)).findByText('It has ended'));
    await view.user.click(view.getByText('Another reason'));
    expect(view.queryByText(/a dose that was usual can kill/)).toBeNull();
    await view.user.click(view.getByText('Write it down'));
    await view.user.click(await view.findByText('Undo'));
    expect(await view.findByText('139')).toBeDefined();
  });

  it('stays on the screen when it cannot be stored', async () => {
    const client = aJournal({ runs: twoRuns() });
    client.answer('runs.save', failing('DISK_FULL'));
    const view = show();
    await view.user.click(await within(await openDialog(view)).findByText('It has ended'));
    await view.user.type(view.getByLabelText('What you want to remember'), 'Tell Dana.');
    await view.user.click(view.getByText('Write it down'));
    expect(await view.findByText('The disk is full.')).toBeDefined();
    expect(view.getByLabelText('What you want to remember')).toHaveProperty('value', 'Tell Dana.');
  });
});

describe('the runs there are', () => {
  it('can be deleted and brought back', async () => {
    aJournal({ runs: twoRuns() });
    const view = show();
    const dialog = within(await openDialog(view));
    await view.user.click(await dialog.findByRole('button', { name: 'Delete the run from Mon 5 Jan' }));
    await waitFor(() => expect(dialog.queryByText('Payday. I was alone.')).toBeNull());
    await view.user.click(await view.findByText('Undo'));
    expect(await dialog.findByText('Payday. I was alone.')).toBeDefined();
  });

  it('are called what the person calls them', async () => {
    const client = aJournal({ runs: twoRuns(), profile: { name: 'Sam' } });
    const view = show();
    const dialog = within(await openDialog(view));
    await view.user.type(dialog.getByLabelText('What you call it'), 'This side{Enter}');
    expect(await view.findByRole('dialog', { name: 'This side' })).toBeDefined();
    expect(client.inputsOf('profile.save')).toEqual([{ cleanTimeLabel: 'This side' }]);
  });
});
