import { within } from '@testing-library/react';
import { addDays, type LocalDate } from '#core/local-date';
import { moodTrendOf } from '#core/mood-trend';
import { ok } from '#core/result';
import type { Run } from '#core/run';
import { always, fakeClient } from '#tests/support/fake-client';
import { TrendsPage } from '../../renderer/features/trends/trends-page';
import { today } from './days';
import { renderWith } from './render';

/** Moods of days, by how many days ago they were. */
type Moods = Readonly<Record<number, number>>;

/** The same mood on each of the last days. */
export const everyDay = (count: number, mood = 4): Moods =>
  Object.fromEntries(Array.from({ length: count }, (_, ago) => [ago, mood]));

/** A journal with one record on each of these days. */
export const aJournalOf = (moods: Moods, runs: Run[] = []) => {
  const days = Object.entries(moods).map(([ago, mood]) => ({ day: addDays(today, -Number(ago)), mood, records: 1 }));
  const first = days.reduce<LocalDate>((earliest, { day }) => (day < earliest ? day : earliest), today);
  return fakeClient({
    'trends.mood': ({ to }) => ok(moodTrendOf({ range: { from: first, to: to as LocalDate }, days })),
    'runs.list': always(runs),
    'shell.copy': always(null),
  });
};

export const showTrends = () => renderWith(<TrendsPage />, '/trends');

/** One of the page's figures. */
export const figure = async ({ findByRole }: ReturnType<typeof showTrends>, name: RegExp | string) =>
  within(await findByRole('region', { name }));

export const textOf = (cells: Iterable<Element>): string[] => [...cells].map((cell) => cell.textContent ?? '');

/** The words of a row's cells. */
export const cellsOf = (row: Element): string[] => textOf(row.querySelectorAll('th, td'));
