import { type ReactNode, useId } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import css from './chip.module.css';

export type ChipOption = { readonly id: string; readonly label: string };

type Props = {
  readonly label: string;
  readonly options: readonly ChipOption[];
  readonly selected: readonly string[];
  readonly onChange: (selected: readonly string[]) => void;
  /** After the chips, such as "+ more". */
  readonly end?: ReactNode;
};

/** Any number of words out of several, in the order they are offered. Arrow keys move, Space and Enter choose. */
export const ChipGroup = ({ label, options, selected, onChange, end }: Props) => {
  const id = useId();
  return (
    <div className={css.row}>
      <span className={css.label} id={id}>
        {label}
      </span>
      <div className={css.group}>
        <ToggleButtonGroup
          className={css.inline}
          aria-labelledby={id}
          selectionMode="multiple"
          selectedKeys={selected}
          onSelectionChange={(keys) => onChange(options.map((option) => option.id).filter((key) => keys.has(key)))}
        >
          {options.map((option) => (
            <ToggleButton key={option.id} id={option.id} className={css.chip}>
              <span className={css.text} dir="auto">
                {option.label}
              </span>
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        {end}
      </div>
    </div>
  );
};
