import { CalendarDate } from '@internationalized/date';
import { type RefObject, useContext, useEffect, useEffectEvent } from 'react';
import { DateFieldStateContext, DateInput, DateSegment } from 'react-aria-components/DateField';
import { TimeFieldStateContext } from 'react-aria-components/TimeField';
import type { LocalDate } from '#core/local-date';
import css from './moment-field.module.css';

/** A date whose parts are all filled in and which is in no calendar: the 31st of February. */
export type NoSuchDay = {
  readonly date: number;
  /** The first day of its month. */
  readonly month: LocalDate;
};

type Props = {
  readonly boxRef: RefObject<HTMLDivElement | null>;
  /** Told whether some parts are filled in and others are not: such a date or time is nothing yet and leaves no field. */
  readonly onPartial: (isPartial: boolean) => void;
  /** Told whether the parts make a day that does not exist; null when they do not. */
  readonly onNoSuchDay?: (noSuchDay: NoSuchDay | null) => void;
};

type Part = { readonly type: string; readonly value?: number | null | undefined; readonly isPlaceholder: boolean };

const noSuchDayIn = (parts: readonly Part[]): NoSuchDay | null => {
  const numberOf = (type: string) => parts.find((part) => part.type === type && !part.isPlaceholder)?.value ?? null;
  const [year, month, date] = [numberOf('year'), numberOf('month'), numberOf('day')];
  if (year === null || month === null || date === null) return null;
  const first = new CalendarDate(year, month, 1);
  const exists = date >= 1 && date <= first.calendar.getDaysInMonth(first);
  return exists ? null : { date, month: first.toString() as LocalDate };
};

/** The parts of a date or a time, in the order in which the system's region writes them. */
export const DateSegments = ({ boxRef, onPartial, onNoSuchDay }: Props) => {
  const date = useContext(DateFieldStateContext);
  const time = useContext(TimeFieldStateContext);
  const parts = ((date ?? time)?.segments ?? []).filter(({ isEditable }) => isEditable);
  const open = parts.filter(({ isPlaceholder }) => isPlaceholder).length;
  const isPartial = open > 0 && open < parts.length;
  const tell = useEffectEvent(onPartial);
  useEffect(() => tell(isPartial), [isPartial]);
  const noSuchDay = noSuchDayIn(parts);
  const tellOfDay = useEffectEvent((date: number | null, month: LocalDate | null) =>
    onNoSuchDay?.(date === null || month === null ? null : { date, month }),
  );
  const [impossible, inMonth] = [noSuchDay?.date ?? null, noSuchDay?.month ?? null];
  useEffect(() => tellOfDay(impossible, inMonth), [impossible, inMonth]);
  return (
    <DateInput ref={boxRef} className={css.box}>
      {(segment) => <DateSegment segment={segment} className={css.segment} />}
    </DateInput>
  );
};

/** Puts the focus on the first part. */
export const focusFirstPart = ({ current }: RefObject<HTMLDivElement | null>): void =>
  current?.querySelector<HTMLElement>('[role="spinbutton"]')?.focus();
