import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './backups.module.css';

/** Something that needs every word saved first did not happen, because some are not. */
export const UnwrittenWords = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useTranslation();
  return (
    <div role="alert">
      <p className={css.strong}>{children}</p>
      <p>
        {t('settings.backups.unwrittenSafe')} {t('settings.backups.unwrittenNext')}
      </p>
    </div>
  );
};
