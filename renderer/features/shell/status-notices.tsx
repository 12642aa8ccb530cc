import { Eye, FileWarning, HardDrive, History, KeyRound, type LucideIcon, Wrench } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ErrorCode } from '#core/errors';
import { dayOf } from '#core/local-date';
import { isCramped } from '#lib/appearance';
import { damageSeen, fileMissing } from '#lib/damage';
import { formatDayShort, formatMomentInSentence } from '#lib/format';
import { requestIntent } from '#lib/intents';
import { keptProblem, resumeKept, writeKept } from '#lib/kept-work';
import { lockJournal, lockToRecover } from '#lib/lock-journal';
import { useCallQuery, useCommand } from '#lib/query-client';
import { useStore } from '#lib/store';
import { tellFailure } from '#lib/tell-failure';
import { systemZone, useToday } from '#lib/today';
import { useWaitingDrafts } from '#lib/waiting-drafts';
import { Button } from '#ui/button';
import { Notice } from '#ui/notice';
import css from './shell.module.css';
import { Unfinished } from './unfinished';

type LineProps = {
  readonly icon: LucideIcon;
  readonly tone?: 'dawn';
  readonly words: string;
  /** Says the same in one short line, where there is little room. */
  readonly short: string;
  readonly action?: { readonly label: string; readonly run: () => void };
};

const Line = ({ icon, tone, words, short, action }: LineProps) => {
  const isShort = useStore(isCramped);
  const button = action !== undefined && (
    <Button variant="ghost" onPress={action.run}>
      {action.label}
    </Button>
  );
  return (
    <Notice icon={icon} tone={tone} action={button}>
      {isShort ? short : words}
    </Notice>
  );
};

/** What is wrong with the journal's own file, with the way to what can be brought back. */
const FileNotice = ({ wrong }: { readonly wrong: 'damaged' | 'fileMissing' }) => {
  const { t } = useTranslation();
  return (
    <Line
      icon={FileWarning}
      tone="dawn"
      words={t(`shell.${wrong}`)}
      short={t(`shell.short.${wrong}`)}
      action={{ label: t('shell.lockAndLook'), run: () => void lockToRecover() }}
    />
  );
};

const KeyChangeNotice = () => {
  const { t } = useTranslation();
  const see = useCommand('vault.seeKeyChange');
  return (
    <Line
      icon={KeyRound}
      words={t('shell.keyChangeInterrupted')}
      short={t('shell.short.keyChangeInterrupted')}
      action={{
        label: t('shell.seen'),
        run: () => see.mutate({}, { onError: ({ code }) => tellFailure(code) }),
      }}
    />
  );
};

const NotWrittenNotice = ({ code }: { readonly code: ErrorCode }) => {
  const { t } = useTranslation();
  const happened = t(`errors.${code}.happened`);
  return (
    <Line
      icon={HardDrive}
      tone="dawn"
      words={`${t('unsaved.notYet')} ${happened} ${t(`errors.${code}.next`)}`}
      short={`${t('unsaved.short')} ${happened}`}
      action={{ label: t('ui.tryAgain'), run: () => void writeKept() }}
    />
  );
};

const SampleNotice = () => {
  const { t } = useTranslation();
  return (
    <Line
      icon={Eye}
      tone="dawn"
      words={t('shell.sample')}
      short={t('shell.short.sample')}
      action={{ label: t('shell.leaveSample'), run: () => void lockJournal() }}
    />
  );
};

const RecoveryKeyNotice = () => {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const choosePassphrase = (): void => {
    navigate('/settings');
    requestIntent('passphrase');
  };
  return (
    <Line
      icon={KeyRound}
      words={t('shell.openedWithRecoveryKey')}
      short={t('shell.short.openedWithRecoveryKey')}
      action={{ label: t('shell.choosePassphrase'), run: choosePassphrase }}
    />
  );
};

const ReplacedNotice = ({ at, keptUntil }: { readonly at: number; readonly keptUntil: number }) => {
  const { t } = useTranslation();
  const today = useToday();
  const zone = systemZone();
  const when = formatMomentInSentence({ at, zone }, today);
  return (
    <Line
      icon={History}
      words={t('shell.replaced', { when, day: formatDayShort(dayOf(keptUntil, zone), today) })}
      short={t('shell.short.replaced', { when })}
      action={{ label: t('shell.lockAndChoose'), run: () => void lockJournal() }}
    />
  );
};

/** Lines above every page, each only while it is true. Above Emergency stands nothing: it is held out to others. */
export const StatusNotices = () => {
  const { t } = useTranslation();
  const { data: status } = useCallQuery('vault.status', {});
  const notWritten = useStore(keptProblem);
  const isDamaged = useStore(damageSeen);
  const isMissing = useStore(fileMissing);
  const areDrafts = useWaitingDrafts().length > 0;
  const [location] = useLocation();
  useEffect(() => void resumeKept(), []);
  if (status?.state !== 'open' || location === '/emergency') return null;
  const { sample, openedWithRecoveryKey, headerRepaired, keyChangeInterrupted, replaced } = status;
  const isOfKeys = openedWithRecoveryKey || headerRepaired || keyChangeInterrupted;
  const isOfStatus = sample || isOfKeys || replaced !== null;
  const isAnything = isOfStatus || isDamaged || isMissing || notWritten !== null || areDrafts;
  if (!isAnything) return null;
  return (
    <aside className={css.notices} aria-label={t('shell.notices')}>
      {isDamaged && <FileNotice wrong="damaged" />}
      {isMissing && <FileNotice wrong="fileMissing" />}
      {notWritten !== null && <NotWrittenNotice code={notWritten} />}
      <Unfinished />
      {sample && <SampleNotice />}
      {replaced !== null && <ReplacedNotice {...replaced} />}
      {openedWithRecoveryKey && <RecoveryKeyNotice />}
      {headerRepaired && (
        <Line icon={Wrench} words={t('shell.headerRepaired')} short={t('shell.short.headerRepaired')} />
      )}
      {keyChangeInterrupted && <KeyChangeNotice />}
    </aside>
  );
};
