import type { ReactNode } from 'react';
import css from './state.module.css';

type Props = {
  /** One sentence. */
  readonly children: ReactNode;
  /** One action. */
  readonly action?: ReactNode;
};

/** A place with nothing in it yet. */
export const EmptyState = ({ children, action }: Props) => (
  <div className={css.state}>
    <p className={css.words}>{children}</p>
    {action}
  </div>
);
