import type { ReactElement, ReactNode } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover as AriaPopover } from 'react-aria-components/Popover';
import css from './popover.module.css';

type Props = {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  /** Its name for a screen reader. */
  readonly label: string;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
};

/** A small panel beside the button that opens it. */
export const Popover = ({ trigger, label, children, isOpen, onOpenChange }: Props) => (
  <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
    {trigger}
    <AriaPopover className={css.popover} offset={6}>
      <Dialog aria-label={label} className={css.content}>
        {({ close }) => (typeof children === 'function' ? children(close) : children)}
      </Dialog>
    </AriaPopover>
  </DialogTrigger>
);
