import type { Summary } from './statistics';

/** How a measurement stands to what it is held against. */
export type Verdict = { readonly result: string; readonly met: boolean };

/** What a figure should be. Told beside it and never asserted: a time is a fact about one machine on one day. */
export type Aim = {
  readonly text: string;
  readonly judge: (measured: Summary, baseline: Summary | null) => Verdict;
};

const digits = (value: number): string => value.toFixed(Math.abs(value) < 10 ? 2 : 0);

const times = (measured: Summary, baseline: Summary | null): number =>
  measured.median / (baseline?.median ?? Number.NaN);

/** At most so many times the baseline, median by median. */
export const atMostTimes = (most: number): Aim => ({
  text: `≤ ${most} ×`,
  judge: (measured, baseline) => {
    const ratio = times(measured, baseline);
    return { result: `${digits(ratio)} ×`, met: ratio <= most };
  },
});

/** At most so many times the baseline, 95th percentile by 95th percentile. */
export const p95AtMostTimes = (most: number): Aim => ({
  text: `p95 ≤ ${most} ×`,
  judge: (measured, baseline) => {
    const ratio = measured.p95 / (baseline?.p95 ?? Number.NaN);
    return { result: `p95 ${digits(ratio)} ×`, met: ratio <= most };
  },
});

/** Never more than so many milliseconds. */
export const mostAtMostMs = (most: number): Aim => ({
  text: `never > ${most} ms`,
  judge: (measured) => ({ result: `at most ${digits(measured.most)} ms`, met: measured.most <= most }),
});

/** At least so many times the baseline, median by median; for throughputs. */
export const atLeastTimes = (least: number): Aim => ({
  text: `≥ ${least} ×`,
  judge: (measured, baseline) => {
    const ratio = times(measured, baseline);
    return { result: `${digits(ratio)} ×`, met: ratio >= least };
  },
});

/** At most so many milliseconds more than the baseline, median by median. */
export const atMostMoreMs = (most: number): Aim => ({
  text: `≤ ${most} ms more`,
  judge: (measured, baseline) => {
    const more = measured.median - (baseline?.median ?? Number.NaN);
    return { result: `${more < 0 ? '' : '+'}${digits(more)} ms`, met: more <= most };
  },
});

/** A median of at most so many milliseconds. */
export const medianAtMostMs = (most: number): Aim => ({
  text: `≤ ${most} ms`,
  judge: ({ median }) => ({ result: `${digits(median)} ms`, met: median <= most }),
});

/** A 95th percentile of at most so many milliseconds. */
export const p95AtMostMs = (most: number): Aim => ({
  text: `p95 ≤ ${most} ms`,
  judge: ({ p95 }) => ({ result: `p95 ${digits(p95)} ms`, met: p95 <= most }),
});

/** No more than the baseline, but for the noise between two measurements. */
export const noMore: Aim = {
  text: 'no more (10 % for noise)',
  judge: (measured, baseline) => {
    const ratio = times(measured, baseline);
    return { result: `${digits(ratio)} ×`, met: ratio <= 1.1 };
  },
};
