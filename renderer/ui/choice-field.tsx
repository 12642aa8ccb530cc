import { ComboBox } from 'react-aria-components/ComboBox';
import { FieldError } from 'react-aria-components/FieldError';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { bareLabel } from '#core/label';
import css from './field.module.css';
import popoverCss from './popover.module.css';

type Props = {
  readonly label: string;
  readonly placeholder: string;
  /** What the list says when nothing fits what was typed. */
  readonly nothing: string;
  readonly options: readonly string[];
  /** Null where nothing is chosen yet. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly error?: string | undefined;
};

/** Exactly one of very many names: typing narrows them, case and accents ignored, and arrow keys choose. */
export const ChoiceField = ({ label, placeholder, nothing, options, value, onChange, error }: Props) => (
  <ComboBox
    className={css.field}
    defaultItems={options.map((name) => ({ id: name }))}
    defaultFilter={(name, typed) => bareLabel(name).includes(bareLabel(typed))}
    value={value}
    onChange={(key) => onChange(key === null ? null : String(key))}
    menuTrigger="focus"
    allowsEmptyCollection
    isInvalid={error !== undefined}
    validationBehavior="aria"
  >
    <Label className={css.label}>{label}</Label>
    <Group className={css.box} isInvalid={error !== undefined}>
      <Input dir="auto" className={css.input} placeholder={placeholder} spellCheck={false} autoFocus />
    </Group>
    <FieldError className={css.error}>{error}</FieldError>
    <Popover className={popoverCss.popover} offset={6}>
      <ListBox className={popoverCss.list} renderEmptyState={() => <p className={popoverCss.item}>{nothing}</p>}>
        {({ id }: { id: string }) => (
          <ListBoxItem id={id} textValue={id} className={popoverCss.item}>
            <span dir="auto">{id}</span>
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  </ComboBox>
);
