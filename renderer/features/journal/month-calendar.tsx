import { CalendarDate } from '@internationalized/date';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
} from 'react-aria-components/Calendar';
import { useTranslation } from 'react-i18next';
import type { Mood } from '#core/feeling';
import type { CalendarDay } from '#core/finding';
import { addDays, addMonths, type LocalDate } from '#core/local-date';
import { formatNumber } from '#lib/format';
import { useCallQuery } from '#lib/query-client';
import { useToday } from '#lib/today';
import { IconButton } from '#ui/icon-button';
import { MoodDot } from '#ui/mood-dot';
import css from './finding.module.css';

type Props = { readonly day: LocalDate; readonly onDay: (day: LocalDate) => void };

const toCalendarDate = (day: LocalDate): CalendarDate => {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new CalendarDate(year, month, date);
};
const toDay = (date: { toString: () => string }): LocalDate => date.toString().slice(0, 10) as LocalDate;
const firstOf = (day: LocalDate): LocalDate => `${day.slice(0, 8)}01` as LocalDate;

/** The whole mood nearest to a mean, halfway counting as the higher, as in Trends. */
const nearest = (mean: number): Mood => Math.floor(mean + 0.5) as Mood;

/** A cell's own name, the date, with what is known of the day. */
const saying = <P extends { readonly 'aria-label'?: string | undefined }>(props: P, words: string): P => ({
  ...props,
  'aria-label': `${props['aria-label']}. ${words}`,
});

const Marks = ({ known }: { readonly known: CalendarDay | undefined }) => (
  <span className={css.marks}>
    {known !== undefined && known.mood !== null && <MoodDot mood={nearest(known.mood)} />}
    {known !== undefined && known.entries > 0 && formatNumber(known.entries, 0)}
  </span>
);

const useDayWords = () => {
  const { t } = useTranslation();
  return (known: CalendarDay | undefined): string => {
    const entries = known?.entries ?? 0;
    const counted = t('journal.calendar.entries', { count: entries, shown: formatNumber(entries, 0) });
    if (known === undefined || known.mood === null) return counted;
    return t('journal.calendar.withMood', { counted, mood: t(`mood.${nearest(known.mood)}`) });
  };
};

/** A month with the mood of each day and how many entries are from it. Arrows move by day and week, Page keys by month. */
export const MonthCalendar = ({ day, onDay }: Props) => {
  const { t } = useTranslation();
  const today = useToday();
  const [focused, setFocused] = useState(day);
  const from = firstOf(focused);
  const { data = [] } = useCallQuery(
    'calendar.days',
    { from, to: addDays(addMonths(from, 1), -1) },
    { placeholderData: (previous) => previous },
  );
  const days = new Map(data.map((known) => [known.day, known]));
  const wordsOf = useDayWords();
  return (
    <Calendar
      className={css.calendar}
      aria-label={t('journal.calendar.label')}
      value={toCalendarDate(day)}
      onChange={(date) => onDay(toDay(date))}
      focusedValue={toCalendarDate(focused)}
      onFocusChange={(date) => setFocused(toDay(date))}
      maxValue={toCalendarDate(today)}
    >
      <header className={css.calendarHead}>
        <IconButton slot="previous" name={t('journal.calendar.previous')} icon={ChevronLeft} />
        <CalendarHeading />
        <IconButton slot="next" name={t('journal.calendar.next')} icon={ChevronRight} />
      </header>
      <CalendarGrid weekdayStyle="short">
        <CalendarGridHeader>{(name) => <CalendarHeaderCell>{name}</CalendarHeaderCell>}</CalendarGridHeader>
        <CalendarGridBody>
          {(date) => {
            const known = days.get(toDay(date));
            return (
              <CalendarCell
                date={date}
                className={css.cell ?? ''}
                render={(props) => <div {...saying(props, wordsOf(known))} />}
              >
                {({ formattedDate }) => (
                  <>
                    {formattedDate}
                    <Marks known={known} />
                  </>
                )}
              </CalendarCell>
            );
          }}
        </CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
};
