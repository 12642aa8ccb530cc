import { addDays, addMonths, countDays, type DateRange, dayNumber, type LocalDate, weekdayOf } from '#core/local-date';

/** What a tick's label has to tell: the date, the month or only the year. */
export type TickUnit = 'day' | 'month' | 'year';
export type TimeTicks = { readonly unit: TickUnit; readonly days: readonly LocalDate[] };

const daySteps = [1, 2, 7, 14];
const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600];

const everyDays = ({ from, to }: DateRange, step: number, firstWeekday: number): LocalDate[] => {
  // Weekly steps fall on the first day of the week; shorter ones end on the last day of the range.
  const lead = step < 7 ? (countDays({ from, to }) - 1) % step : (firstWeekday - weekdayOf(from) + 7) % 7;
  const days: LocalDate[] = [];
  for (let day = addDays(from, lead); day <= to; day = addDays(day, step)) days.push(day);
  return days;
};

const everyMonths = ({ from, to }: DateRange, step: number): LocalDate[] => {
  const january = `${from.slice(0, 4)}-01-01` as LocalDate;
  // Steps of several years fall on round years.
  const start = step <= 12 ? january : addMonths(january, -12 * (Number(from.slice(0, 4)) % (step / 12)));
  const days: LocalDate[] = [];
  for (let day = start; day <= to; day = addMonths(day, step)) if (day >= from) days.push(day);
  return days;
};

/** The days to name under a chart of a range, at most `most` of them, on dates that people count by. */
export const timeTicks = (
  range: DateRange,
  { most, firstWeekday }: { readonly most: number; readonly firstWeekday: number },
): TimeTicks => {
  const total = countDays(range);
  for (const step of daySteps) {
    if (Math.ceil(total / step) > most) continue;
    const days = everyDays(range, step, firstWeekday);
    if (days.length > 0) return { unit: 'day', days };
  }
  for (const step of monthSteps) {
    if (total / (step * 30) > most + 1) continue;
    const days = everyMonths(range, step);
    if (days.length > 0 && days.length <= most) return { unit: step < 12 ? 'month' : 'year', days };
  }
  return { unit: 'day', days: [range.from] };
};

/** Whether a month's tick names its year as well: the first one, and every January. */
export const namesYear = (ticks: TimeTicks, day: LocalDate): boolean =>
  ticks.unit === 'month' && (day === ticks.days[0] || day.slice(5, 7) === '01');

/** The range in day numbers, with half a day of room at either end for the first and the last dot. */
export const timeDomain = ({ from, to }: DateRange): [number, number] => [dayNumber(from) - 0.5, dayNumber(to) + 0.5];
