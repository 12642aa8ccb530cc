import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { ErrorBoundary } from '#ui/error-boundary';
import { Rail } from './rail';
import css from './shell.module.css';
import { Shortcuts } from './shortcuts';
import { StatusNotices } from './status-notices';

/** What is around every page of an open journal. */
export const Shell = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useTranslation();
  const [location] = useLocation();
  const page = location.split('/')[1];
  return (
    <div className={css.shell}>
      <div className={css.columns}>
        <Rail />
        <div className={css.column}>
          <StatusNotices />
          <main className={css.main} aria-label={t('app.main')}>
            {/* A page that fails leaves the rail, Emergency and Lock standing; another page is a fresh try. */}
            <ErrorBoundary key={page}>{children}</ErrorBoundary>
          </main>
        </div>
      </div>
      <Shortcuts />
    </div>
  );
};
