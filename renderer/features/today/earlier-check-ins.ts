import { useInfiniteQuery } from '@tanstack/react-query';
import type { CheckIn } from '#core/check-in';
import { addDays, type LocalDate, localDate } from '#core/local-date';
import { type CallError, callOrThrow } from '#lib/client';
import { queryKeyOf } from '#lib/query-client';

/** A stretch of days with check-ins, latest first; `next` is the last day of the stretch before, null at the end. */
export type Stretch = { readonly days: readonly CheckInDay[]; readonly next: LocalDate | null };
export type CheckInDay = { readonly day: LocalDate; readonly checkIns: readonly CheckIn[] };

const DAYS_A_STRETCH = 14;
/** How much wider to look when a stretch of days holds nothing. */
const WIDER = 8;
/** No record is older (core/record.ts). */
const FIRST_DAY: LocalDate = localDate.parse('1900-01-01');

const byDay = (checkIns: readonly CheckIn[]): CheckInDay[] => {
  const days = new Map<LocalDate, CheckIn[]>();
  for (const checkIn of checkIns) days.set(checkIn.day, [...(days.get(checkIn.day) ?? []), checkIn]);
  return [...days]
    .map(([day, found]) => ({ day, checkIns: found }))
    .sort((one, other) => (one.day < other.day ? 1 : -1));
};

/** The check-ins of the next days up to `to` that have any, however far back they lie. */
const stretchUpTo = async (to: LocalDate): Promise<Stretch> => {
  let width = DAYS_A_STRETCH;
  while (to >= FIRST_DAY) {
    const wanted = addDays(to, 1 - width);
    const from = wanted < FIRST_DAY ? FIRST_DAY : wanted;
    const days = byDay(await callOrThrow('checkIns.list', { from, to }));
    const shown = days.slice(0, DAYS_A_STRETCH);
    const last = shown.at(-1);
    if (last !== undefined)
      return { days: shown, next: days.length > shown.length ? addDays(last.day, -1) : addDays(from, -1) };
    if (from === FIRST_DAY) break;
    width *= WIDER;
  }
  return { days: [], next: null };
};

/** Check-ins before `today`, some days at a time. */
export const useEarlierCheckIns = (today: LocalDate) => {
  const to = addDays(today, -1);
  return useInfiniteQuery<Stretch, CallError, Stretch[], readonly unknown[], LocalDate>({
    queryKey: [...queryKeyOf('checkIns.list', { from: FIRST_DAY, to }), 'stretches'],
    queryFn: ({ pageParam }) => stretchUpTo(pageParam),
    initialPageParam: to,
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => pages,
  });
};
