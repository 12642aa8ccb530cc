import { i18n } from '#lib/i18n';

const early = ['day-1', 'days-3', 'week-1', 'week-2'] as const;
type Early = (typeof early)[number];
const isEarly = (key: string): key is Early => early.some((known) => known === key);

/** "six months", from a milestone's key (core/milestone.ts). */
export const milestoneInWords = (key: string): string => {
  if (isEarly(key)) return i18n.t(`today.milestones.${key}`);
  const [unit, count] = key.split('-');
  return i18n.t(unit === 'month' ? 'today.milestones.months' : 'today.milestones.years', { count: Number(count) });
};
