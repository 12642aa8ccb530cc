import type { ReactNode, RefObject } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import css from './popover.module.css';

type Props = {
  /** The element it stands beside; focus goes back there when it closes. */
  readonly anchor: RefObject<Element | null>;
  /** Its name for a screen reader. */
  readonly label: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A small panel beside one of many things, such as a cell of a calendar. */
export const AnchoredPopover = ({ anchor, label, isOpen, onClose, children }: Props) => (
  <Popover
    className={css.popover}
    offset={6}
    triggerRef={anchor}
    isOpen={isOpen}
    onOpenChange={(open) => !open && onClose()}
  >
    <Dialog aria-label={label} className={css.content}>
      {children}
    </Dialog>
  </Popover>
);
