import { addDays, dayOf, type LocalDate } from '#core/local-date';
import { i18n } from './i18n';
import { readToday } from './today';

/** A moment and the zone of the wall clock it was read from. */
export type Moment = {
  readonly at: number;
  readonly zone: string;
  /** Says the seconds too: another of the same kind is of the same minute. */
  readonly seconds?: boolean;
  /** And how many digits of the second after the point: another is of the same second. */
  readonly fraction?: 1 | 2 | 3;
};

let region = '';

/** Words come from the catalogue's language, order of day and month, hours and week from the system's region (ISO 3166). */
export const setRegion = (code: string): void => {
  region = /^[A-Za-z]{2}$/.test(code) ? code.toUpperCase() : '';
};

/** The locale in which dates and numbers are written. */
export const formatLocale = (): string => (region === '' ? i18n.language : `${i18n.language}-${region}`);

// Making a formatter costs a hundred times more than using one.
const made = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();
const dateFormat = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `d ${formatLocale()} ${JSON.stringify(options)}`;
  const known = made.get(key);
  if (known !== undefined) return known as Intl.DateTimeFormat;
  const format = new Intl.DateTimeFormat(formatLocale(), options);
  made.set(key, format);
  return format;
};
const numberFormat = (options: Intl.NumberFormatOptions): Intl.NumberFormat => {
  const key = `n ${formatLocale()} ${JSON.stringify(options)}`;
  const known = made.get(key);
  if (known !== undefined) return known as Intl.NumberFormat;
  const format = new Intl.NumberFormat(formatLocale(), options);
  made.set(key, format);
  return format;
};

// ICU puts a comma after the weekday in some regions; said aloud there is none.
const unpunctuated = (text: string): string => text.replace(/^(\p{L}+\.?), /u, '$1 ');
const utcNoon = (day: LocalDate): number => Date.parse(`${day}T12:00:00Z`);
const writeDay = (day: LocalDate, options: Intl.DateTimeFormatOptions): string =>
  unpunctuated(dateFormat({ ...options, timeZone: 'UTC' }).format(utcNoon(day)));

/** "Saturday 21 November 2026" */
export const formatDayExactly = (day: LocalDate): string =>
  writeDay(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** "Sat 21 Nov", with the year where it is not this one. */
export const formatDayShort = (day: LocalDate, today: LocalDate = readToday()): string =>
  day.slice(0, 4) === today.slice(0, 4)
    ? writeDay(day, { weekday: 'short', day: 'numeric', month: 'short' })
    : writeDay(day, { day: 'numeric', month: 'short', year: 'numeric' });

/** "Sat 21", where the month stands above it. */
export const formatDayInMonth = (day: LocalDate): string => writeDay(day, { weekday: 'short', day: 'numeric' });

/** "Saturday 21 November" */
export const formatDayLong = (day: LocalDate): string =>
  writeDay(day, { weekday: 'long', day: 'numeric', month: 'long' });

/** "November 2026" */
export const formatMonth = (day: LocalDate): string => writeDay(day, { month: 'long', year: 'numeric' });

/** "Nov" */
export const formatMonthShort = (day: LocalDate): string => writeDay(day, { month: 'short' });

/** "Today", "Yesterday", "Tomorrow", "Sat 21 Nov", "21 Nov 2025" */
export const formatDay = (day: LocalDate, today: LocalDate = readToday()): string => {
  if (day === today) return i18n.t('time.today');
  if (day === addDays(today, -1)) return i18n.t('time.yesterday');
  if (day === addDays(today, 1)) return i18n.t('time.tomorrow');
  return formatDayShort(day, today);
};

/** "08:05" or "8:05 AM", as the system's region writes it; "08:05:09" or "08:05:09.4" where that tells it from another. */
export const formatTime = ({ at, zone, seconds = false, fraction }: Moment): string => {
  const twelve = dateFormat({ hour: 'numeric' }).resolvedOptions().hour12 === true;
  return dateFormat({
    hour: twelve ? 'numeric' : '2-digit',
    minute: '2-digit',
    ...(seconds ? { second: '2-digit', fractionalSecondDigits: fraction } : {}),
    timeZone: zone,
  }).format(at);
};

/** "Today, 21:52", "Yesterday, 21:52", "Sat 21 Nov, 21:52" */
export const formatMoment = (moment: Moment, today: LocalDate = readToday()): string =>
  i18n.t('time.dayAndTime', { day: formatDay(dayOf(moment.at, moment.zone), today), time: formatTime(moment) });

/** "today 21:52", "yesterday 21:52", "Sat 21 Nov 21:52": within a sentence. */
export const formatMomentInSentence = (moment: Moment, today: LocalDate = readToday()): string => {
  const day = dayOf(moment.at, moment.zone);
  const time = formatTime(moment);
  if (day === today) return i18n.t('time.inSentence.today', { time });
  if (day === addDays(today, -1)) return i18n.t('time.inSentence.yesterday', { time });
  return i18n.t('time.inSentence.day', { day: formatDayShort(day, today), time });
};

/** "Saturday 21 November 2026, 21:52" */
export const formatMomentExactly = (moment: Moment): string =>
  i18n.t('time.dayAndTime', { day: formatDayExactly(dayOf(moment.at, moment.zone)), time: formatTime(moment) });

/** "7 h 10 min", "45 min", "8 h" */
export const formatMinutes = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  const rest = Math.round(minutes % 60);
  if (hours === 0) return i18n.t('time.minutes', { minutes: rest });
  return rest === 0 ? i18n.t('time.hours', { hours }) : i18n.t('time.hoursAndMinutes', { hours, minutes: rest });
};

/** "1,204", "3.2"; at most `digits` after the point. */
export const formatNumber = (value: number, digits = 1): string =>
  numberFormat({ maximumFractionDigits: digits }).format(value);

/** "63%", as the system's region writes it; `share` is 0 to 1. */
export const formatPercent = (share: number): string => numberFormat({ style: 'percent' }).format(share);

/** Rounding must make neither nothing out of something nor everything out of nearly everything. */
const percentInWords = (part: number, whole: number): string => {
  const percent = Math.round((part / whole) * 100);
  if (part > 0 && percent === 0) return i18n.t('time.under', { percent: formatPercent(0.01) });
  if (part < whole && percent === 100) return i18n.t('time.over', { percent: formatPercent(0.99) });
  return formatPercent(part / whole);
};

/** "7 of 12"; a percentage beside it only from 20 on, so that small numbers do not look like more than they are. */
export const formatShare = (part: number, whole: number): string => {
  const words = i18n.t('time.share', { part: formatNumber(part, 0), whole: formatNumber(whole, 0) });
  return whole < 20 ? words : `${words} (${percentInWords(part, whole)})`;
};

/** "3", "3 and 5", "3, 5 and 7" */
export const formatList = (items: readonly string[]): string =>
  new Intl.ListFormat(formatLocale(), { type: 'conjunction' }).format(items);

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** "3.4 MB" */
export const formatBytes = (bytes: number): string => {
  const step = Math.min(byteUnits.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const unit = byteUnits[step];
  const style = { style: 'unit', unit, unitDisplay: step === 0 ? 'long' : 'short' } as const;
  return numberFormat({ ...style, maximumFractionDigits: step < 2 ? 0 : 1 }).format(bytes / 1000 ** step);
};

type WeekInfo = { readonly firstDay: number };
type LocaleWithWeek = Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo };

/** The first day of the week in the system's region, ISO: Monday 1 to Sunday 7. */
export const firstWeekday = (): number => {
  const locale: LocaleWithWeek = new Intl.Locale(formatLocale());
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1;
};

/** Short names of the weekdays, ISO Monday first: "Mon" … "Sun"; or one letter. */
export const weekdayNames = (width: 'short' | 'narrow' | 'long' = 'short'): readonly string[] =>
  // 5 January 1970 was a Monday.
  Array.from({ length: 7 }, (_, index) =>
    dateFormat({ weekday: width, timeZone: 'UTC' }).format(Date.UTC(1970, 0, 5 + index)),
  );
