import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { Text } from 'react-aria-components/Text';
import fieldCss from './field.module.css';
import popoverCss from './popover.module.css';
import css from './select.module.css';

type Props<T extends string> = {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly options: readonly { readonly id: T; readonly label: string }[];
  /** Null where nothing is chosen yet; then the placeholder asks. */
  readonly value: T | null;
  readonly placeholder?: string;
  readonly onChange: (value: T) => void;
  readonly description?: string;
};

/** Exactly one of many. */
export const Select = <T extends string>({
  label,
  hideLabel,
  options,
  value,
  placeholder,
  onChange,
  description,
}: Props<T>) => (
  <AriaSelect className={fieldCss.field} value={value} placeholder={placeholder} onChange={(key) => onChange(key as T)}>
    <Label className={hideLabel ? fieldCss.hiddenLabel : fieldCss.label}>{label}</Label>
    <Button className={css.button}>
      <SelectValue className={css.value} />
      <ChevronDown className={popoverCss.icon} aria-hidden />
    </Button>
    {description !== undefined && (
      <Text slot="description" className={fieldCss.description}>
        {description}
      </Text>
    )}
    <Popover className={popoverCss.popover} offset={6}>
      <ListBox className={popoverCss.list}>
        {options.map((option) => (
          <ListBoxItem key={option.id} id={option.id} textValue={option.label} className={popoverCss.item}>
            {option.label}
          </ListBoxItem>
        ))}
      </ListBox>
    </Popover>
  </AriaSelect>
);
