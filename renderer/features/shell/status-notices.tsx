import { Eye, HardDrive, KeyRound, Wrench } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { keptProblem, resumeKept, writeKept } from '#lib/kept-work';
import { lockJournal } from '#lib/lock-journal';
import { useCallQuery } from '#lib/query-client';
import { useStore } from '#lib/store';
import { Button } from '#ui/button';
import { Notice } from '#ui/notice';
import { TextLink } from '#ui/text-link';
import css from './shell.module.css';

/** Lines above every page, each only while it is true. */
export const StatusNotices = () => {
  const { t } = useTranslation();
  const { data: status } = useCallQuery('vault.status', {});
  const notWritten = useStore(keptProblem);
  useEffect(() => void resumeKept(), []);
  if (status?.state !== 'open') return null;
  if (!status.sample && !status.openedWithRecoveryKey && !status.headerRepaired && notWritten === null) return null;
  return (
    <aside className={css.notices} aria-label={t('shell.notices')}>
      {notWritten !== null && (
        <Notice
          icon={HardDrive}
          tone="dawn"
          action={
            <Button variant="ghost" onPress={() => void writeKept()}>
              {t('ui.tryAgain')}
            </Button>
          }
        >
          {t('unsaved.notYet')} {t(`errors.${notWritten}.happened`)} {t(`errors.${notWritten}.next`)}
        </Notice>
      )}
      {status.sample && (
        <Notice
          icon={Eye}
          tone="dawn"
          action={
            <Button variant="ghost" onPress={() => void lockJournal()}>
              {t('shell.leaveSample')}
            </Button>
          }
        >
          {t('shell.sample')}
        </Notice>
      )}
      {status.openedWithRecoveryKey && (
        <Notice icon={KeyRound} action={<TextLink href="/settings">{t('shell.choosePassphrase')}</TextLink>}>
          {t('shell.openedWithRecoveryKey')}
        </Notice>
      )}
      {status.headerRepaired && <Notice icon={Wrench}>{t('shell.headerRepaired')}</Notice>}
    </aside>
  );
};
