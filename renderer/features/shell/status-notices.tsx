import { Eye, FileWarning, HardDrive, KeyRound, Wrench } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ErrorCode } from '#core/errors';
import { damageSeen, fileMissing } from '#lib/damage';
import { requestIntent } from '#lib/intents';
import { keptProblem, resumeKept, writeKept } from '#lib/kept-work';
import { lockJournal, lockToRecover } from '#lib/lock-journal';
import { useCallQuery, useCommand } from '#lib/query-client';
import { useStore } from '#lib/store';
import { tellFailure } from '#lib/tell-failure';
import { useWaitingDrafts } from '#lib/waiting-drafts';
import { Button } from '#ui/button';
import { Notice } from '#ui/notice';
import css from './shell.module.css';
import { Unfinished } from './unfinished';

/** What is wrong with the journal's own file, with the way to what can be brought back. */
const FileNotice = ({ wrong }: { readonly wrong: 'damaged' | 'fileMissing' }) => {
  const { t } = useTranslation();
  return (
    <Notice
      icon={FileWarning}
      tone="dawn"
      action={
        <Button variant="ghost" onPress={() => void lockToRecover()}>
          {t('shell.lockAndLook')}
        </Button>
      }
    >
      {t(`shell.${wrong}`)}
    </Notice>
  );
};

const KeyChangeNotice = () => {
  const { t } = useTranslation();
  const see = useCommand('vault.seeKeyChange');
  return (
    <Notice
      icon={KeyRound}
      action={
        <Button variant="ghost" onPress={() => see.mutate({}, { onError: ({ code }) => tellFailure(code) })}>
          {t('shell.seen')}
        </Button>
      }
    >
      {t('shell.keyChangeInterrupted')}
    </Notice>
  );
};

const NotWrittenNotice = ({ code }: { readonly code: ErrorCode }) => {
  const { t } = useTranslation();
  return (
    <Notice
      icon={HardDrive}
      tone="dawn"
      action={
        <Button variant="ghost" onPress={() => void writeKept()}>
          {t('ui.tryAgain')}
        </Button>
      }
    >
      {t('unsaved.notYet')} {t(`errors.${code}.happened`)} {t(`errors.${code}.next`)}
    </Notice>
  );
};

/** Lines above every page, each only while it is true. */
export const StatusNotices = () => {
  const { t } = useTranslation();
  const { data: status } = useCallQuery('vault.status', {});
  const notWritten = useStore(keptProblem);
  const isDamaged = useStore(damageSeen);
  const isMissing = useStore(fileMissing);
  const areDrafts = useWaitingDrafts().length > 0;
  const [, navigate] = useLocation();
  const choosePassphrase = (): void => {
    navigate('/settings');
    requestIntent('passphrase');
  };
  useEffect(() => void resumeKept(), []);
  if (status?.state !== 'open') return null;
  const { sample, openedWithRecoveryKey, headerRepaired, keyChangeInterrupted } = status;
  const isOfStatus = sample || openedWithRecoveryKey || headerRepaired || keyChangeInterrupted;
  const isAnything = isOfStatus || isDamaged || isMissing || notWritten !== null || areDrafts;
  if (!isAnything) return null;
  return (
    <aside className={css.notices} aria-label={t('shell.notices')}>
      {isDamaged && <FileNotice wrong="damaged" />}
      {isMissing && <FileNotice wrong="fileMissing" />}
      {notWritten !== null && <NotWrittenNotice code={notWritten} />}
      <Unfinished />
      {sample && (
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
      {openedWithRecoveryKey && (
        <Notice
          icon={KeyRound}
          action={
            <Button variant="ghost" onPress={choosePassphrase}>
              {t('shell.choosePassphrase')}
            </Button>
          }
        >
          {t('shell.openedWithRecoveryKey')}
        </Notice>
      )}
      {keyChangeInterrupted && <KeyChangeNotice />}
      {headerRepaired && <Notice icon={Wrench}>{t('shell.headerRepaired')}</Notice>}
    </aside>
  );
};
