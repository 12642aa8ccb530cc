import { useRef } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { NumberField } from 'react-aria-components/NumberField';
import css from './amount-field.module.css';
import { useBoundedNumber } from './bounded-number';
import { onDecimalKey } from './decimal-key';
import fieldCss from './field.module.css';

const LARGEST = 1_000_000;

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

/** An amount to be typed in passing, whole or with decimals, up to a million. */
export const AmountField = ({ label, value, onChange, after }: Props) => {
  const input = useRef<HTMLInputElement>(null);
  const { field, wrong } = useBoundedNumber({ value, onChange, min: 0, max: LARGEST, input });
  return (
    <NumberField
      {...field}
      className={css.field}
      aria-label={label}
      formatOptions={{ maximumFractionDigits: 2 }}
      isInvalid={wrong !== null}
    >
      <Group className={css.box}>
        <Input ref={input} className={css.input} placeholder="–" onKeyDown={onDecimalKey} />
      </Group>
      {after !== undefined && <span className={css.after}>{after}</span>}
      <FieldError className={fieldCss.error}>{wrong}</FieldError>
    </NumberField>
  );
};
