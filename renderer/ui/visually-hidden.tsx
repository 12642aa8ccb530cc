import type { ReactNode } from 'react';
import css from './visually-hidden.module.css';

/** Words for a screen reader where the eye has them from somewhere else. */
export const VisuallyHidden = ({ children }: { readonly children: ReactNode }) => (
  <span className={css.hidden}>{children}</span>
);
