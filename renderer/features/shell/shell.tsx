import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Rail } from './rail';
import css from './shell.module.css';
import { Shortcuts } from './shortcuts';
import { StatusNotices } from './status-notices';

/** What is around every page of an open journal. */
export const Shell = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useTranslation();
  return (
    <div className={css.shell}>
      <div className={css.columns}>
        <Rail />
        <div className={css.column}>
          <StatusNotices />
          <main className={css.main} aria-label={t('app.main')}>
            {children}
          </main>
        </div>
      </div>
      <Shortcuts />
    </div>
  );
};
