import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox';
import css from './checkbox.module.css';

type Props = {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children: ReactNode;
  readonly isDisabled?: boolean;
};

/** Yes or no, with its label to hit as well. */
export const Checkbox = ({ children, ...rest }: Props) => (
  <CheckboxField {...rest} className={css.field}>
    <CheckboxButton className={css.checkbox}>
      <span className={css.box}>
        <Check className={css.tick} aria-hidden />
      </span>
      <span>{children}</span>
    </CheckboxButton>
  </CheckboxField>
);
