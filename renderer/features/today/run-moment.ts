import { dayOf, instantOf, type LocalDate, minuteOfDay } from '#core/local-date';
import type { RunDraft } from '#core/run';
import { systemZone } from '#lib/today';

/** A moment as it is asked for; midnight stands for "no time told". */
export type DayAndTime = { readonly day: LocalDate | null; readonly minutes: number | null };

type Instant = RunDraft['began'];
type Stored = Instant & { readonly day: LocalDate };

/** A stored moment as it is shown. */
export const dayAndTimeOf = ({ at, zone, day }: Stored): DayAndTime => {
  const minutes = minuteOfDay(at, zone);
  return { day, minutes: minutes === 0 ? null : minutes };
};

/** A moment on its way to be stored as it is shown. */
export const dayAndTimeAt = ({ at, zone }: Instant): DayAndTime => dayAndTimeOf({ at, zone, day: dayOf(at, zone) });

/** The moment that was told, null without a day; the stored one where nothing was changed, so that its seconds stay. */
export const momentOf = ({ day, minutes }: DayAndTime, stored: Stored | null): Instant | null => {
  if (day === null) return null;
  if (stored !== null) {
    const before = dayAndTimeOf(stored);
    if (before.day === day && before.minutes === minutes) return { at: stored.at, zone: stored.zone };
  }
  const zone = stored?.zone ?? systemZone();
  return { at: instantOf(day, minutes ?? 0, zone), zone };
};

export type RunProblem = 'noDay' | 'ahead' | 'endFirst' | 'otherOpen';

/** What is told about a run: its beginning and, null while it goes on, its end. */
export type Told = { readonly began: DayAndTime; readonly ended: DayAndTime | null };
type Known = { readonly began: Stored; readonly ended: Stored | null };
type Span = Pick<RunDraft, 'began' | 'ended'>;

/** The run's beginning and end as told on top of what is stored, or what is wrong with them. */
export const spanOf = (told: Told, known: Known | null): Span | RunProblem => {
  const began = momentOf(told.began, known?.began ?? null);
  if (began === null) return 'noDay';
  if (began.at > Date.now()) return 'ahead';
  if (told.ended === null) return { began, ended: null };
  const end = momentOf(told.ended, known?.ended ?? null);
  if (end === null) return 'noDay';
  if (end.at > Date.now()) return 'ahead';
  // On its first day, without a time, a run ended when it had begun.
  const sameDay = told.ended.minutes === null && told.ended.day === told.began.day;
  const ended = sameDay ? { ...end, at: Math.max(end.at, began.at) } : end;
  return ended.at < began.at ? 'endFirst' : { began, ended };
};
