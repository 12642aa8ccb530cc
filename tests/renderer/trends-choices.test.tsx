import { within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetView } from '../../renderer/features/trends/view';
import { onAnEvening, today } from './days';
import { aJournalOf, everyDay, figure, showTrends } from './trends-journal';

onAnEvening();
beforeEach(forgetView);

describe('the range', () => {
  // A date's parts put the caret back whenever the selection changes; happy-dom says so even where it has not.
  beforeEach(() => void vi.spyOn(Selection.prototype, 'collapse').mockImplementation(() => undefined));
  afterEach(() => void vi.restoreAllMocks());

  it('is remembered when the page is opened again', async () => {
    aJournalOf(everyDay(400));
    const first = showTrends();
    await first.user.click(await first.findByRole('radio', { name: '1 year' }));
    first.unmount();
    const { findByRole } = showTrends();
    expect(await findByRole('heading', { name: 'Mood over the last 12 months' })).toBeDefined();
  });

  it('asks the worker once, whatever is looked at', async () => {
    const client = aJournalOf(everyDay(400));
    const { findByRole, user, getByRole } = showTrends();
    await user.click(await findByRole('radio', { name: '30 days' }));
    await user.click(getByRole('radio', { name: 'All' }));
    expect(client.inputsOf('trends.mood')).toEqual([{ from: null, to: today }]);
  });

  it('can be two dates of one’s own, typed part by part', async () => {
    aJournalOf(everyDay(200));
    const { findByRole, getByRole, getAllByText, user } = showTrends();
    await user.click(await findByRole('radio', { name: 'Choose dates' }));
    const month = within(getByRole('group', { name: 'First day' })).getByRole('spinbutton', { name: /month/ });
    await user.click(month);
    await user.keyboard('10');
    expect(getByRole('heading', { name: 'Mood over the days you chose' })).toBeDefined();
    expect(getAllByText(/^29 of 29 days recorded, 24 Oct/)).toHaveLength(2);
  });

  it('says when its first day comes after its last, and keeps what was shown', async () => {
    aJournalOf(everyDay(200));
    const { findByRole, getByRole, getByText, getAllByText, user } = showTrends();
    await user.click(await findByRole('radio', { name: 'Choose dates' }));
    const month = within(getByRole('group', { name: 'Last day' })).getByRole('spinbutton', { name: /month/ });
    await user.click(month);
    await user.keyboard('05');
    expect(getByText('The first day comes after the last one.')).toBeDefined();
    expect(getAllByText(/^90 of 90 days recorded/)).toHaveLength(2);
  });

  it('says when nothing is recorded in it, and leads back to all days', async () => {
    aJournalOf({ 100: 4, 101: 3 });
    const { findByText, findByRole, getByRole, user } = showTrends();
    expect(await findByText(/^No mood is recorded for 24 Aug/)).toBeDefined();
    await user.click(getByRole('button', { name: 'Show all days' }));
    expect(await findByRole('heading', { name: 'Mood since your first record' })).toBeDefined();
  });
});

describe('the year in days', () => {
  it('goes from day to day by the arrow keys: down a day, left a week', async () => {
    aJournalOf({ ...everyDay(30), 7: 2 });
    const { findByRole, user } = showTrends();
    const grid = await findByRole('grid', { name: 'The last 12 months in days' });
    const last = grid.querySelector<HTMLElement>('[tabindex="0"]');
    expect(last?.getAttribute('aria-label')).toBe('Saturday 21 November 2026: Good, 4 of 5');
    last?.focus();
    await user.keyboard('{ArrowLeft}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Saturday 14 November 2026: Low, 2 of 5');
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Sunday 15 November 2026: Good, 4 of 5');
    expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  });

  it('hatches what is not recorded, and leaves days before the first record empty', async () => {
    aJournalOf({ 0: 4, 2: 3 });
    const { findByRole } = showTrends();
    const grid = await findByRole('grid', { name: 'The last 12 months in days' });
    const cells = within(grid).getAllByRole('gridcell');
    expect(cells.map((cell) => cell.getAttribute('aria-label')).sort()).toEqual([
      'Friday 20 November 2026: Not recorded',
      'Saturday 21 November 2026: Good, 4 of 5',
      'Thursday 19 November 2026: Okay, 3 of 5',
    ]);
    expect(grid.querySelectorAll('.none')).toHaveLength(1);
    expect(grid.querySelectorAll('.outside')).toHaveLength(362);
  });

  it('offers the years there are', async () => {
    aJournalOf(everyDay(400));
    const { findByRole, getByRole, user } = showTrends();
    await user.click(await findByRole('button', { name: /Last 12 months/ }));
    await user.click(getByRole('option', { name: '2025' }));
    const grid = await findByRole('grid', { name: '2025 in days' });
    // The first record is from 18 October 2025.
    expect(within(grid).getAllByRole('gridcell')).toHaveLength(75);
  });
});

describe('a long table', () => {
  it('begins with a hundred rows and shows more when asked', async () => {
    aJournalOf(everyDay(365));
    const screen = showTrends();
    await screen.user.click(await screen.findByRole('radio', { name: '1 year' }));
    const chart = await figure(screen, 'Mood over the last 12 months');
    await screen.user.click(chart.getByRole('button', { name: /^Show as table/ }));
    expect(chart.getAllByRole('row')).toHaveLength(101);
    expect(chart.getByText('100 of 365 rows')).toBeDefined();
    await screen.user.click(chart.getByRole('button', { name: 'Show more rows' }));
    expect(chart.getAllByRole('row')).toHaveLength(201);
  });

  it('is copied whole, as text with tabs', async () => {
    const client = aJournalOf(everyDay(365));
    const screen = showTrends();
    await screen.user.click(await screen.findByRole('radio', { name: '1 year' }));
    const chart = await figure(screen, 'Mood over the last 12 months');
    await screen.user.click(chart.getByRole('button', { name: /^Show as table/ }));
    await screen.user.click(chart.getByRole('button', { name: 'Copy table' }));
    const [copied] = client.inputsOf('shell.copy');
    const lines = copied?.text.split('\n') ?? [];
    expect(lines).toHaveLength(366);
    expect(lines[1]).toBe('Sat 21 Nov 2026\tGood\t4\t1\t4');
    expect(await screen.findAllByText(/^Table copied\./)).not.toEqual([]);
  });
});
