import type { Mood } from '#core/feeling';
import { dayNumber } from '#core/local-date';
import { type MeanWindow, meanOf, nearestMood, type TrendDay } from './mood-history';

/** A stretch of neighbouring days, both ends included, as places in the range. */
export type Stretch = { readonly from: number; readonly to: number };

/** The stretches of days for which something holds, in order. */
export const stretchesWhere = (days: readonly TrendDay[], holds: (day: TrendDay) => boolean): Stretch[] => {
  const stretches: Stretch[] = [];
  let from = -1;
  days.forEach((day, place) => {
    if (holds(day)) {
      if (from < 0) from = place;
    } else if (from >= 0) {
      stretches.push({ from, to: place - 1 });
      from = -1;
    }
  });
  if (from >= 0) stretches.push({ from, to: days.length - 1 });
  return stretches;
};

/** Where a day number and a mood stand on the screen. */
export type Scales = { readonly x: (at: number) => number; readonly y: (mood: number) => number };

const rounded = (pixels: number): number => Math.round(pixels * 100) / 100;

/**
 * One path for each mood, with a point of next to no length for every day of it: stroked with round ends, a dot. Thousands of
 * days are drawn as five elements.
 */
export const dotPaths = (days: readonly TrendDay[], { x, y }: Scales): Record<Mood, string> => {
  const paths: Record<Mood, string> = { 1: '', 2: '', 3: '', 4: '', 5: '' };
  for (const { day, mood } of days) {
    if (mood === null) continue;
    paths[nearestMood(mood)] += `M${rounded(x(dayNumber(day)))} ${rounded(y(mood))}h.01`;
  }
  return paths;
};

/**
 * The line, as one path that is begun anew after every gap: what is not known is neither bridged nor drawn. A mean that
 * stands alone is a point of no length, which round ends make visible.
 */
export const linePath = (days: readonly TrendDay[], window: MeanWindow, { x, y }: Scales): string => {
  let path = '';
  let drawing = false;
  for (const day of days) {
    const mean = meanOf(day, window);
    if (mean !== null) {
      const point = `${rounded(x(dayNumber(day.day)))} ${rounded(y(mean))}`;
      path += drawing ? `L${point}` : `M${point}h.01`;
    }
    drawing = mean !== null;
  }
  return path;
};

/** One path of bars, each as wide as its stretch of days, between two heights. */
export const stretchPath = (
  stretches: readonly Stretch[],
  { x, top, bottom }: { readonly x: (place: number) => number; readonly top: number; readonly bottom: number },
): string =>
  stretches
    .map(({ from, to }) => `M${rounded(x(from))} ${top}H${rounded(x(to + 1))}V${bottom}H${rounded(x(from))}Z`)
    .join('');

/** How large a day's dot may be when a day has so many pixels: neighbours touch rather than hide one another. */
export const dotRadius = (pixelsPerDay: number): number =>
  Math.min(4, Math.max(pixelsPerDay < 0.5 ? 1.75 : 2.25, pixelsPerDay * 0.55));
