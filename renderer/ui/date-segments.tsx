import { type RefObject, useContext, useEffect, useEffectEvent } from 'react';
import { DateFieldStateContext, DateInput, DateSegment } from 'react-aria-components/DateField';
import { TimeFieldStateContext } from 'react-aria-components/TimeField';
import css from './moment-field.module.css';

type Props = {
  readonly boxRef: RefObject<HTMLDivElement | null>;
  /** Told whether some parts are filled in and others are not: such a date or time is nothing yet and leaves no field. */
  readonly onPartial: (isPartial: boolean) => void;
};

/** The parts of a date or a time, in the order in which the system's region writes them. */
export const DateSegments = ({ boxRef, onPartial }: Props) => {
  const date = useContext(DateFieldStateContext);
  const time = useContext(TimeFieldStateContext);
  const parts = ((date ?? time)?.segments ?? []).filter(({ isEditable }) => isEditable);
  const open = parts.filter(({ isPlaceholder }) => isPlaceholder).length;
  const isPartial = open > 0 && open < parts.length;
  const tell = useEffectEvent(onPartial);
  useEffect(() => tell(isPartial), [isPartial]);
  return (
    <DateInput ref={boxRef} className={css.box}>
      {(segment) => <DateSegment segment={segment} className={css.segment} />}
    </DateInput>
  );
};

/** Puts the focus on the first part. */
export const focusFirstPart = ({ current }: RefObject<HTMLDivElement | null>): void =>
  current?.querySelector<HTMLElement>('[role="spinbutton"]')?.focus();
