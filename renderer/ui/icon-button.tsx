import clsx from 'clsx';
import type { LucideIcon } from 'lucide-react';
import type { Ref } from 'react';
import { Button, type ButtonProps } from 'react-aria-components/Button';
import css from './icon-button.module.css';
import { Tooltip, TooltipTrigger } from './tooltip';

type Props = Omit<ButtonProps, 'className' | 'style' | 'children' | 'aria-label'> & {
  /** What it does: its name for a screen reader and its tooltip. */
  readonly name: string;
  readonly icon: LucideIcon;
  /** Shown beside the name in the tooltip. */
  readonly keys?: string;
  readonly small?: boolean;
  readonly pressed?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
};

/** A button that is only a picture; it always has a name. */
export const IconButton = ({ name, icon: Icon, keys, small = false, pressed, ...rest }: Props) => (
  <TooltipTrigger>
    <Button {...rest} aria-label={name} aria-pressed={pressed} className={clsx(css.button, small && css.small)}>
      <Icon className={css.icon} strokeWidth={1.75} aria-hidden />
    </Button>
    <Tooltip keys={keys}>{name}</Tooltip>
  </TooltipTrigger>
);
