import { Minus, Plus } from 'lucide-react';
import { useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { FieldError } from 'react-aria-components/FieldError';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { NumberField as AriaNumberField } from 'react-aria-components/NumberField';
import { Text } from 'react-aria-components/Text';
import { useBoundedNumber } from './bounded-number';
import { onDecimalKey } from './decimal-key';
import fieldCss from './field.module.css';
import css from './number-field.module.css';

type Props = {
  readonly label: string;
  readonly hideLabel?: boolean;
  /** null is "not answered", which is not zero. */
  readonly value: number | null;
  /** Only numbers from `min` to `max` arrive here; what is wrong with another is told to the form (field-problems). */
  readonly onChange: (value: number | null) => void;
  readonly min: number;
  readonly max: number;
  /** What arrows and buttons add (1 if not said), and of what a typed number is a multiple: without it, any number may be typed. */
  readonly step?: number;
  /** Written behind the number. */
  readonly unit?: string;
  readonly description?: string;
  readonly error?: string | undefined;
  readonly digits?: number;
};

/** A typed number with small steps by arrow keys and buttons. */
export const NumberField = (props: Props) => {
  const { label, hideLabel, value, onChange, min, max, step, unit, description, error, digits = 2 } = props;
  const input = useRef<HTMLInputElement>(null);
  const { field, wrong } = useBoundedNumber({ value, onChange, min, max, input });
  return (
    <AriaNumberField
      {...field}
      className={fieldCss.field}
      step={step}
      formatOptions={{ maximumFractionDigits: digits }}
      isInvalid={wrong !== null || error !== undefined}
    >
      <Label className={hideLabel ? fieldCss.hiddenLabel : fieldCss.label}>{label}</Label>
      <Group className={fieldCss.box}>
        <Input ref={input} className={fieldCss.input} onKeyDown={onDecimalKey} />
        {unit !== undefined && <span className={css.unit}>{unit}</span>}
        <Button slot="decrement" className={css.step}>
          <Minus className={css.icon} aria-hidden />
        </Button>
        <Button slot="increment" className={css.step}>
          <Plus className={css.icon} aria-hidden />
        </Button>
      </Group>
      {description !== undefined && (
        <Text slot="description" className={fieldCss.description}>
          {description}
        </Text>
      )}
      <FieldError className={fieldCss.error}>{wrong ?? error}</FieldError>
    </AriaNumberField>
  );
};
