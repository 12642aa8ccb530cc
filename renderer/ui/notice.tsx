import clsx from 'clsx';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import css from './notice.module.css';

type Props = {
  readonly icon?: LucideIcon;
  readonly tone?: 'tide' | 'dawn';
  readonly action?: ReactNode;
  /** Takes the whole width, below the line and its action. */
  readonly below?: ReactNode;
  readonly children: ReactNode;
};

/** A calm line that says how things are, with at most one thing to do about it. */
export const Notice = ({ icon: Icon, tone = 'tide', action, below, children }: Props) => (
  <div className={clsx(css.notice, css[tone])}>
    {Icon !== undefined && <Icon className={css.icon} aria-hidden />}
    <div className={css.words}>{children}</div>
    {action}
    {below !== undefined && <div className={css.below}>{below}</div>}
  </div>
);
