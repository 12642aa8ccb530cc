import { useState } from 'react';
import type { DateRange } from '#core/local-date';
import type { MeanWindow } from './mood-history';
import type { RangeChoice } from './ranges';
import type { YearChoice } from './year-range';

/** What a person has chosen to look at. */
export type View = {
  readonly range: RangeChoice;
  readonly custom: DateRange | null;
  readonly mean: MeanWindow | null;
  readonly year: YearChoice;
};

const firstView: View = { range: 'days90', custom: null, mean: null, year: 'recent' };

// Remembered for the sitting: it outlives the page, and ends with the window that locking replaces.
let remembered = firstView;

/** The view, and how to change a part of it. */
export const useView = (): [View, (part: Partial<View>) => void] => {
  const [view, setView] = useState(remembered);
  const change = (part: Partial<View>): void => {
    remembered = { ...remembered, ...part };
    setView(remembered);
  };
  return [view, change];
};

/** Forgets what was chosen; for tests. */
export const forgetView = (): void => {
  remembered = firstView;
};
