import { useTranslation } from 'react-i18next';
import { formatMomentInSentence } from '#lib/format';
import { useCallQuery } from '#lib/query-client';
import { systemZone, useToday } from '#lib/today';
import css from './today-page.module.css';

/** When a backup was last verified, quietly; of a sample there is none to speak of. */
export const LastBackup = () => {
  const { t } = useTranslation();
  const today = useToday();
  const { data: status } = useCallQuery('vault.status', {}, { alwaysAsks: true });
  if (status?.state !== 'open' || status.sample) return null;
  const { backupVerifiedAt: at } = status;
  return (
    <p className={css.small}>
      {at === null
        ? t('today.backup.none')
        : t('today.backup.verified', { when: formatMomentInSentence({ at, zone: systemZone() }, today) })}
    </p>
  );
};
