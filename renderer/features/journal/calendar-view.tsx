import { PenLine } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#core/local-date';
import type { RecordId } from '#core/record';
import { formatDayLong } from '#lib/format';
import { useToday } from '#lib/today';
import { Button } from '#ui/button';
import css from './finding.module.css';
import { FoundList } from './lists';
import { MonthCalendar } from './month-calendar';

// The day looked at last, while the window is open.
let lastDay: LocalDate | null = null;

type Props = {
  readonly openId: string | null;
  readonly onOpen: (id: RecordId, how: 'pointer' | 'keyboard') => void;
  readonly onWrite: (day: LocalDate) => void;
  readonly list: RefObject<HTMLDivElement | null>;
};

/** The month, and below it what was written on the chosen day. */
export const CalendarView = ({ onWrite, ...shared }: Props) => {
  const { t } = useTranslation();
  const today = useToday();
  const [day, setDay] = useState(lastDay ?? today);
  const choose = (next: LocalDate): void => {
    lastDay = next;
    setDay(next);
  };
  return (
    <div className={css.calendarView}>
      <MonthCalendar day={day} onDay={choose} />
      <div className={css.dayHead}>
        <h3>{formatDayLong(day)}</h3>
        <Button variant="quiet" icon={PenLine} aria-label={t('journal.calendar.write')} onPress={() => onWrite(day)}>
          {t('journal.write')}
        </Button>
      </div>
      <FoundList {...shared} text={`on:${day}`} label={formatDayLong(day)} nothing={t('journal.calendar.nothing')} />
    </div>
  );
};
