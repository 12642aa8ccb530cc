import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { NumberField } from 'react-aria-components/NumberField';
import css from './amount-field.module.css';
import { onDecimalKey } from './decimal-key';

type Props = {
  /** Its name for a screen reader. */
  readonly label: string;
  /** null is "not recorded", which is not zero. */
  readonly value: number | null;
  /** Called when the number is complete: on Enter and on leaving the field. */
  readonly onChange: (value: number | null) => void;
  /** Behind the number, such as "of 20 minutes". */
  readonly after?: string;
};

/** An amount to be typed in passing, whole or with decimals. */
export const AmountField = ({ label, value, onChange, after }: Props) => (
  <NumberField
    className={css.field}
    aria-label={label}
    value={value ?? Number.NaN}
    onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
    minValue={0}
    maxValue={1_000_000}
    formatOptions={{ maximumFractionDigits: 2 }}
  >
    <Group className={css.box}>
      <Input className={css.input} placeholder="–" onKeyDown={onDecimalKey} />
    </Group>
    {after !== undefined && <span className={css.after}>{after}</span>}
  </NumberField>
);
