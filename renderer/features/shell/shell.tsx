import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useStore } from '#lib/store';
import { writingOnly } from '#lib/writing-only';
import { ErrorBoundary } from '#ui/error-boundary';
import { Rail } from './rail';
import css from './shell.module.css';
import { Shortcuts } from './shortcuts';
import { StatusNotices } from './status-notices';

/** What is around every page of an open journal. */
export const Shell = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useTranslation();
  const [location] = useLocation();
  const [, page, record] = location.split('/');
  const alone = useStore(writingOnly) && page === 'journal' && record !== undefined;
  return (
    <div className={css.shell}>
      <div className={css.columns} data-alone={alone || undefined}>
        {!alone && <Rail />}
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
