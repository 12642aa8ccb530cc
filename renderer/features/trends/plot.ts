import { type DateRange, dayNumber, type LocalDate } from '#core/local-date';
import { timeDomain } from './time-ticks';
import type { Size } from './use-size';

/** The chart of mood over time: its height, and the room around the plot for words, all in rem. */
export const plotRem = { height: 17.5, top: 1.375, right: 0.875, bottom: 1.75, left: 5.75 } as const;

/** Moods at the lower and the upper edge: room for the dots of 1 and 5, and for the strip of days not recorded. */
export const moodDomain: readonly [number, number] = [0.5, 5.25];

/** The plot of a range within a chart of a size: what is drawn over a chart finds its places without asking it. */
export const plotOf = ({ from, to }: DateRange, { width, rem }: Size) => {
  const [low, high] = timeDomain({ from, to });
  const plotWidth = Math.max(1, width - (plotRem.left + plotRem.right) * rem);
  return {
    width: plotWidth,
    pixelsPerDay: plotWidth / (high - low),
    /** Pixels from the plot's left edge. */
    x: (day: LocalDate): number => ((dayNumber(day) - low) / (high - low)) * plotWidth,
  };
};

/** How far down the plot a mood stands, 0 at the top edge and 1 at the bottom. */
export const depthOf = (mood: number): number => (moodDomain[1] - mood) / (moodDomain[1] - moodDomain[0]);
