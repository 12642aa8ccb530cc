import type { ReactElement, ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger as AriaTooltipTrigger } from 'react-aria-components/Tooltip';
import { Kbd } from './kbd';
import css from './tooltip.module.css';

/** Wraps a button and its Tooltip; shown on hover after a moment and on keyboard focus at once. */
export const TooltipTrigger = ({ children }: { readonly children: [ReactElement, ReactElement] }) => (
  <AriaTooltipTrigger delay={500} closeDelay={100}>
    {children}
  </AriaTooltipTrigger>
);

type Props = {
  readonly children: ReactNode;
  readonly keys?: string | undefined;
  readonly placement?: 'top' | 'right' | 'bottom';
};

export const Tooltip = ({ children, keys, placement = 'top' }: Props) => (
  <AriaTooltip className={css.tooltip} placement={placement} offset={6}>
    {children}
    {keys !== undefined && <Kbd>{keys}</Kbd>}
  </AriaTooltip>
);
