import { i18n } from '#lib/i18n';
import type en from '#locales/en';

type Named = keyof typeof en.today.milestones & `${'day' | 'days' | 'week' | 'month'}-${number}`;
const isNamed = (key: string): key is Named => i18n.exists(`today.milestones.${key}`);

/** "six months", from a milestone's key (core/milestone.ts). */
export const milestoneInWords = (key: string): string =>
  isNamed(key)
    ? i18n.t(`today.milestones.${key}`)
    : i18n.t('today.milestones.years', { count: Number(key.split('-')[1]) });
