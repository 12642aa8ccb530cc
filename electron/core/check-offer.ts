import { z } from 'zod';
import { daysBetween, type LocalDate } from './local-date';

/** So long after the last look, or after an offer of one, another is offered: a quarter of a year. */
export const OFFER_DAYS = 90;

/** What the person may like to look at again: whether a backup can be read back, whether their recovery key is right. */
export const checkOffer = z.strictObject({ backup: z.boolean(), key: z.boolean() });
export type CheckOffer = z.infer<typeof checkOffer>;

type Days = {
  readonly today: LocalDate;
  /** The journal's first day. */
  readonly began: LocalDate;
  /** When a backup was last tested; null when never. */
  readonly tested: LocalDate | null;
  /** There is a backup that could be tested. */
  readonly hasBackup: boolean;
  /** When the recovery key was last proven; null when never, which is told elsewhere. */
  readonly proven: LocalDate | null;
  /** When the person last put the offer aside. */
  readonly putAside: LocalDate | null;
};

/**
 * What to offer today, both in one; null while there is nothing. Each is due 90 days after it was last looked at (a backup
 * that never was: after the journal began), and none within 90 days after the offer was put aside. A day that lies more than
 * one ahead was noted under a wrong clock and says nothing.
 */
export const checkOfferOn = ({ today, began, tested, hasBackup, proven, putAside }: Days): CheckOffer | null => {
  const believed = (day: LocalDate | null): LocalDate | null =>
    day !== null && daysBetween(today, day) <= 1 ? day : null;
  const isPast = (day: LocalDate): boolean => daysBetween(day, today) >= OFFER_DAYS;
  const aside = believed(putAside);
  if (aside !== null && !isPast(aside)) return null;
  const backup = hasBackup && isPast(believed(tested) ?? began);
  const key = proven !== null && isPast(believed(proven) ?? began);
  return backup || key ? { backup, key } : null;
};
