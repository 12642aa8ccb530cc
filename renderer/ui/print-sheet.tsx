import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import css from './print-sheet.module.css';

/** What is printed in place of the window while it is mounted; not seen on the screen. */
export const PrintSheet = ({ children }: { readonly children: ReactNode }) =>
  createPortal(
    <div className={css.sheet} data-print-sheet aria-hidden>
      {children}
    </div>,
    document.body,
  );
