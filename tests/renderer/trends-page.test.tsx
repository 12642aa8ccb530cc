import { within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { aStoredRun } from '#tests/core/builders';
import { always, failing } from '#tests/support/fake-client';
import { forgetView } from '../../renderer/features/trends/view';
import { onAnEvening } from './days';
import { aJournalOf, cellsOf, everyDay, figure, showTrends, textOf } from './trends-journal';

onAnEvening();
beforeEach(forgetView);

describe('a journal without moods', () => {
  it('says so in a sentence and leads to the check-in', async () => {
    aJournalOf({});
    const { findByText, user, getByRole, paths, queryByRole } = showTrends();
    await findByText('Once you have checked in, your moods appear here.');
    expect(queryByRole('group', { name: 'Days shown' })).toBeNull();
    await user.click(getByRole('button', { name: 'Check in' }));
    expect(paths?.at(-1)).toBe('/today');
  });
});

describe('a journal that cannot be read', () => {
  it('says what happened and tries again when asked', async () => {
    const client = aJournalOf(everyDay(3));
    client.answer('runs.list', failing('INTERNAL'));
    const { findByText, user, getByRole, findByRole } = showTrends();
    await findByText('Something in Ebb did not work.');
    client.answer('runs.list', always([]));
    await user.click(getByRole('button', { name: 'Try again' }));
    expect(await findByRole('region', { name: 'Days by mood' })).toBeDefined();
  });
});

describe('every figure', () => {
  it('says on how many of its days it rests', async () => {
    aJournalOf({ ...everyDay(100), 3: 2, 120: 3 });
    const screen = showTrends();
    await screen.findByRole('heading', { name: 'Mood over the last 90 days' });
    expect(screen.getAllByText(/^90 of 90 days recorded, 24 Aug/)).toHaveLength(2);
    expect(screen.getByText(/^101 of 121 days recorded since your first record, 24 Jul/)).toBeDefined();
  });

  it('counts from the first record where the range reaches back further', async () => {
    aJournalOf({ 0: 4, 9: 3 });
    const screen = showTrends();
    await screen.findByRole('heading', { name: 'Mood since your first record' });
    expect(screen.getAllByText(/^2 of 10 days recorded since your first record, 12 Nov 2026\./)).toHaveLength(3);
  });

  it('has a table behind it, and the chart behind that', async () => {
    aJournalOf(everyDay(40));
    const screen = showTrends();
    await screen.findByRole('region', { name: 'Days by mood' });
    for (const toggle of screen.getAllByRole('button', { name: /^Show as table/ })) await screen.user.click(toggle);
    expect(screen.getAllByRole('table').map((table) => table.querySelector('caption')?.textContent)).toEqual([
      'Mood since your first record',
      'Days by mood',
      'The last 12 months in days',
    ]);
    for (const toggle of screen.getAllByRole('button', { name: /^Show as chart/ })) await screen.user.click(toggle);
    expect(screen.queryByRole('table')).toBeNull();
  });
});

describe('mood over time', () => {
  it('lists its days in the table newest first, with what is not known left open', async () => {
    aJournalOf({ 0: 4, 1: 2, 2: 5, 3: 1, 5: 3 });
    const screen = showTrends();
    const chart = await figure(screen, 'Mood since your first record');
    await screen.user.click(chart.getByRole('button', { name: /^Show as table/ }));
    const [head, ...rows] = chart.getAllByRole('row');
    expect(textOf(within(head as HTMLElement).getAllByRole('columnheader'))).toEqual([
      'Day',
      'Mood',
      'Mean, 1 to 5',
      'Records',
      '7-day mean',
    ]);
    const cells = rows.map(cellsOf);
    expect(cells[0]).toEqual(['Sat 21 Nov 2026', 'Good', '4', '1', '3']);
    expect(cells[4]).toEqual(['Tue 17 Nov 2026', 'Not recorded', '', '0', '']);
    expect(cells).toHaveLength(6);
  });

  it('says plainly when there are too few days for a line', async () => {
    aJournalOf({ 0: 4 });
    const { findByText } = showTrends();
    expect(await findByText(/A line needs at least 4 recorded days out of 7, so there is none here\./)).toBeDefined();
  });

  it('goes from day to day by the arrow keys, and tells each', async () => {
    aJournalOf({ 0: 4, 1: 2, 3: 5, 4: 4 }, [aStoredRun('2026-06-01', '2026-11-20')]);
    const { findByRole, user } = showTrends();
    const slider = await findByRole('slider', { name: 'Day in this chart' });
    const told = () => slider.getAttribute('aria-valuetext');
    slider.focus();
    expect(told()).toBe('Saturday 21 November 2026. Good, 4 of 5. 7-day mean 3.8');
    await user.keyboard('{ArrowLeft}');
    expect(told()).toBe('Friday 20 November 2026. Low, 2 of 5. 7-day mean: too few days recorded. slip');
    await user.keyboard('{ArrowLeft}');
    expect(told()).toBe('Thursday 19 November 2026. Not recorded. 7-day mean: too few days recorded');
    await user.keyboard('{Home}');
    expect(told()).toContain('Tuesday 17 November 2026');
    await user.keyboard('{ArrowLeft}{PageUp}');
    expect(told()).toContain('Saturday 21 November 2026');
  });

  it('names milestones and the ends of runs in the table', async () => {
    aJournalOf(everyDay(60), [aStoredRun('2026-10-01', '2026-11-03'), aStoredRun('2026-11-05')]);
    const screen = showTrends();
    const chart = await figure(screen, 'Mood since your first record');
    await screen.user.click(chart.getByRole('button', { name: /^Show as table/ }));
    const marked = chart
      .getAllByRole('row')
      .map(cellsOf)
      .filter((cells) => cells[5] !== '')
      .map((cells) => cells[5]);
    expect(marked).toEqual([
      'Clean time',
      '2 weeks',
      '1 week',
      '3 days',
      '24 hours',
      'slip',
      '1 month',
      '2 weeks',
      '1 week',
      '3 days',
      '24 hours',
    ]);
  });

  it('draws the line in parts, open where the mean is not known', async () => {
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(640);
    aJournalOf({
      ...everyDay(10),
      ...Object.fromEntries(Object.entries(everyDay(10)).map(([ago, mood]) => [Number(ago) + 30, mood])),
    });
    const { findByRole, container } = showTrends();
    await findByRole('slider', { name: 'Day in this chart' });
    const line = container.querySelector('path.line')?.getAttribute('d') ?? '';
    expect(line.split('M').slice(1)).toHaveLength(2);
    vi.restoreAllMocks();
  });

  it('offers the mean of 28 days for a year and more, and says how it is drawn', async () => {
    aJournalOf(everyDay(900));
    const { findByRole, getByRole, queryByRole, getByText, user } = showTrends();
    await findByRole('slider', { name: 'Day in this chart' });
    expect(queryByRole('radio', { name: '28-day mean' })).toBeNull();
    await user.click(getByRole('radio', { name: 'All' }));
    expect(getByText(/The line is the mean of the last 28 days, left open where fewer than 14 of them/)).toBeDefined();
    await user.click(getByRole('radio', { name: '7-day mean' }));
    expect(getByText(/The line is the mean of the last 7 days, left open where fewer than 4 of them/)).toBeDefined();
  });
});

describe('days by mood', () => {
  it('counts days by the mood nearest to their mean, without percentages of small numbers', async () => {
    aJournalOf({ 0: 4, 1: 3.5, 2: 2, 3: 2.4 });
    const { findByRole } = showTrends();
    const bars = await findByRole('img', { name: /Very good/ });
    expect(bars.getAttribute('aria-label')).toBe(
      'Very good: 0 of 4. Good: 2 of 4. Okay: 0 of 4. Low: 2 of 4. Very low: 0 of 4',
    );
  });

  it('adds percentages from twenty days on', async () => {
    aJournalOf({ ...everyDay(20), 0: 1 });
    const { findByRole } = showTrends();
    expect((await findByRole('img', { name: /Very good/ })).getAttribute('aria-label')).toContain(
      'Good: 19 of 20 (95%)',
    );
  });
});
