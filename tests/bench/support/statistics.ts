/** What a row of measurements amounts to. */
export type Summary = {
  readonly median: number;
  readonly p95: number;
  readonly least: number;
  readonly most: number;
  readonly n: number;
};

/** The smallest value that a share (0 to 1) of all values do not exceed; NaN for none. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
};

/** The middle value, or the mean of the two in the middle; NaN for none. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2;
};

/** Median, 95th percentile, least, most and number of values. */
export const summarise = (values: readonly number[]): Summary => ({
  median: median(values),
  p95: percentile(values, 0.95),
  least: percentile(values, 0),
  most: percentile(values, 1),
  n: values.length,
});

/** How long something takes that answers at once, in milliseconds. */
export const timeOf = (work: () => unknown): number => {
  const began = performance.now();
  work();
  return performance.now() - began;
};
