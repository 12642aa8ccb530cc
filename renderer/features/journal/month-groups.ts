import type { EntrySummary } from '#core/entry';

/** Entries of one month, in their order. */
export type MonthGroup = { readonly month: string; readonly items: readonly EntrySummary[] };

/** Splits a list that is ordered by day, latest first, into its months. */
export const groupByMonth = (entries: readonly EntrySummary[]): MonthGroup[] => {
  const groups: { month: string; items: EntrySummary[] }[] = [];
  for (const entry of entries) {
    const month = entry.day.slice(0, 7);
    const last = groups.at(-1);
    if (last?.month === month) last.items.push(entry);
    else groups.push({ month, items: [entry] });
  }
  return groups;
};
