import { Button, type ButtonProps } from 'react-aria-components/Button';
import css from './chip.module.css';

type Props = Pick<ButtonProps, 'aria-expanded' | 'onPress'> & { readonly children: string };

/** Stands among chips and does something, such as showing more of them. */
export const ChipButton = ({ children, ...rest }: Props) => (
  <Button {...rest} className={css.chip}>
    {children}
  </Button>
);
