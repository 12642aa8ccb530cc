import type { Journal } from '../journal';
import { findSetting, saveSetting } from '../repositories/setting';

const LAST_OPENED = 'clock-last-opened';
const LAST_DAY = 'clock-last-day';
const DAYS = 'clock-days';

/** A journal not opened for longer than this may as well have been opened under a wrong clock. */
const LEAP_MS = 45 * 86_400_000;
/** On so many days in a row of openings the clock has to agree before anything is let go of because it is old. */
const AGREED = 7;

/**
 * Notes that the journal is opened now, and answers whether the clock may be believed about long times: it has gone on
 * without a leap over seven days of openings. Nothing may be removed for its age before that: a clock that is years ahead
 * for a day would empty the bin.
 */
export const noteOpening = ({ db, clock, today }: Journal): boolean =>
  db.transaction(() => {
    const before = Number(findSetting(db, LAST_OPENED) ?? Number.NaN);
    const leapt = !(Math.abs(clock.now() - before) <= LEAP_MS);
    const isNewDay = findSetting(db, LAST_DAY) !== today();
    const counted = Number(findSetting(db, DAYS) ?? 0);
    const days = leapt ? 1 : Math.min(AGREED, counted + (isNewDay ? 1 : 0));
    saveSetting(db, LAST_OPENED, String(clock.now()));
    saveSetting(db, LAST_DAY, today());
    saveSetting(db, DAYS, String(days));
    return days >= AGREED;
  });
