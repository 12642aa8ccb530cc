import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import css from './chip.module.css';

type Props<T extends string> = {
  readonly label: string;
  readonly options: readonly { readonly id: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
};

/** Exactly one of a few: a range, a theme, a view. */
export const Segmented = <T extends string>({ label, options, value, onChange }: Props<T>) => (
  <ToggleButtonGroup
    className={css.group}
    aria-label={label}
    selectionMode="single"
    disallowEmptySelection
    selectedKeys={[value]}
    onSelectionChange={(keys) => {
      const chosen = options.find((option) => keys.has(option.id));
      if (chosen !== undefined && chosen.id !== value) onChange(chosen.id);
    }}
  >
    {options.map((option) => (
      <ToggleButton key={option.id} id={option.id} className={css.chip}>
        {option.label}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
);
