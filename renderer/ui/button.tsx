import clsx from 'clsx';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import css from './button.module.css';

export type ButtonVariant = 'primary' | 'soft' | 'ghost' | 'quiet' | 'help';

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> & {
  /** `quiet` looks like text; `help` only for the emergency card and destructive confirmation. */
  readonly variant?: ButtonVariant;
  readonly icon?: LucideIcon;
  readonly wide?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly children: ReactNode;
};

/**
 * Says what it does. While `isPending` it keeps its place and its focus, and does nothing. (React Aria's own pending state
 * announces itself by a picture without a name, and its mark `data-pending` would overwrite ours.)
 */
export const Button = ({
  variant = 'primary',
  icon: Icon,
  wide = false,
  isPending = false,
  type,
  onPress,
  children,
  ...rest
}: ButtonProps) => (
  <AriaButton
    {...rest}
    type={isPending ? 'button' : type}
    onPress={isPending ? undefined : onPress}
    data-busy={isPending || undefined}
    className={clsx(css.button, css[variant], wide && css.wide)}
  >
    {Icon !== undefined && <Icon className={css.icon} strokeWidth={1.75} aria-hidden />}
    {children}
  </AriaButton>
);
