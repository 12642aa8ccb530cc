import type { TFunction } from 'i18next';
import type { MoodTrend } from '#core/mood-trend';
import { formatNumber } from '#lib/format';
import { rangeWords } from './words';

/** "72 of 90 days recorded, 24 Aug – 21 Nov 2026.": what every figure rests on. */
export const basisWords = (
  t: TFunction,
  { from, to, recordedDays, totalDays }: MoodTrend,
  { sinceFirst }: { readonly sinceFirst: boolean },
): string => {
  const recorded = t('trends.basis.recorded', {
    count: totalDays,
    recorded: formatNumber(recordedDays, 0),
    total: formatNumber(totalDays, 0),
  });
  return sinceFirst
    ? t('trends.basis.sinceFirst', { recorded, first: rangeWords({ from, to: from }) })
    : t('trends.basis.range', { recorded, range: rangeWords({ from, to }) });
};
