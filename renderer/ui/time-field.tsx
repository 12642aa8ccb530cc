import { Time } from '@internationalized/date';
import { DateInput, DateSegment } from 'react-aria-components/DateField';
import { Label } from 'react-aria-components/Label';
import { TimeField as AriaTimeField } from 'react-aria-components/TimeField';
import fieldCss from './field.module.css';
import css from './moment-field.module.css';

type Props = {
  readonly label: string;
  /** Minutes since midnight; null while no time is told. */
  readonly value: number | null;
  readonly onChange: (minutes: number | null) => void;
};

/** A time of day that may be left open. */
export const TimeField = ({ label, value, onChange }: Props) => (
  <AriaTimeField
    className={fieldCss.field}
    value={value === null ? null : new Time(Math.floor(value / 60), value % 60)}
    onChange={(next) => onChange(next === null ? null : next.hour * 60 + next.minute)}
  >
    <Label className={fieldCss.label}>{label}</Label>
    <DateInput className={css.box}>{(segment) => <DateSegment segment={segment} className={css.segment} />}</DateInput>
  </AriaTimeField>
);
