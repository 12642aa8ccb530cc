import type { ReactNode } from 'react';
import css from './settings.module.css';

type Props = { readonly title: string; readonly more?: ReactNode; readonly children?: ReactNode };

/** One setting: what it is on the left, its control on the right. */
export const SettingRow = ({ title, more, children }: Props) => (
  <div className={css.row}>
    <div className={css.words}>
      <h3>{title}</h3>
      {more !== undefined && <p className={css.more}>{more}</p>}
    </div>
    {children !== undefined && <div className={css.control}>{children}</div>}
  </div>
);
