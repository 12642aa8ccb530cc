import type { ReactNode } from 'react';
import { SwitchButton, SwitchField } from 'react-aria-components/Switch';
import css from './switch.module.css';

type Props = {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children: ReactNode;
  readonly isDisabled?: boolean;
};

/** On or off, at once. */
export const Switch = ({ children, ...rest }: Props) => (
  <SwitchField {...rest} className={css.field}>
    <SwitchButton className={css.switch}>
      <span className={css.track}>
        <span className={css.knob} />
      </span>
      <span>{children}</span>
    </SwitchButton>
  </SwitchField>
);
