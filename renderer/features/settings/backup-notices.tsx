import { Archive, HardDrive } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#core/errors';
import type { SnapshotList } from '#core/snapshot';
import { errorWords } from '#lib/error-words';
import { formatNumber } from '#lib/format';
import { lockToRecover } from '#lib/lock-journal';
import { useCommand } from '#lib/query-client';
import { tellFailure } from '#lib/tell-failure';
import { showToast } from '#lib/toasts';
import { Button } from '#ui/button';
import { Notice } from '#ui/notice';
import css from './backups.module.css';

type ProblemProps = { readonly code: ErrorCode; readonly hasOthers: boolean };

const ProblemNotice = ({ code, hasOthers }: ProblemProps) => {
  const { t } = useTranslation();
  const { happened, next } = errorWords(code, 'backups');
  const isOfFile = code === 'DATABASE_DAMAGED' || code === 'DATABASE_MISSING';
  return (
    <Notice
      icon={HardDrive}
      tone="dawn"
      action={
        isOfFile && (
          <Button variant="ghost" onPress={() => void lockToRecover()}>
            {t('shell.lockAndLook')}
          </Button>
        )
      }
    >
      <p className={css.strong}>{t('settings.backups.problem')}</p>
      <p>
        {happened} {hasOthers && t('settings.backups.othersStay')} {next}
      </p>
    </Notice>
  );
};

const SmallerNotice = ({ onAccepted }: { readonly onAccepted: () => void }) => {
  const { t } = useTranslation();
  const accept = useCommand('snapshots.acceptSmaller');
  const press = (): void =>
    accept.mutate(
      {},
      {
        onSuccess: () => {
          showToast({ text: t('settings.backups.smallerAccepted') });
          onAccepted();
        },
        onError: ({ code }) => tellFailure(code, 'backups'),
      },
    );
  return (
    <Notice
      icon={Archive}
      tone="dawn"
      action={
        <Button variant="ghost" isPending={accept.isPending} onPress={press}>
          {t('settings.backups.acceptSmaller')}
        </Button>
      }
    >
      <p className={css.strong}>{t('settings.backups.smaller')}</p>
      <p>{t('settings.backups.smallerMore')}</p>
    </Notice>
  );
};

/** That the backups here are gone, whether there is another, and where copies of them lie. */
const useLostWords = ({ snapshots, problem, second, lost }: SnapshotList): string => {
  const { t } = useTranslation();
  const copies = lost?.copies ?? null;
  const lie = (): string[] => {
    if (copies !== null && copies > 0) {
      return [t('settings.backups.lostCopies', { count: copies, n: formatNumber(copies, 0) })];
    }
    return second !== null && !second.present ? [t('settings.backups.lostAway')] : [];
  };
  const next = (): string[] => {
    if (snapshots.length > 0) return [t('settings.backups.madeAnother')];
    return problem === null ? [t('settings.backups.makesAnother')] : [];
  };
  return [t('settings.backups.lostMore'), ...next(), ...lie()].join(' ');
};

const LostNotice = ({ list, onSeen }: { readonly list: SnapshotList; readonly onSeen: () => void }) => {
  const { t } = useTranslation();
  const see = useCommand('snapshots.seeLost');
  const words = useLostWords(list);
  const press = (): void => see.mutate({}, { onSuccess: onSeen, onError: ({ code }) => tellFailure(code, 'backups') });
  return (
    <Notice
      icon={Archive}
      tone="dawn"
      action={
        <Button variant="ghost" isPending={see.isPending} onPress={press}>
          {t('settings.backups.lostSeen')}
        </Button>
      }
    >
      <p className={css.strong}>{t('settings.backups.lost')}</p>
      <p>{words}</p>
    </Notice>
  );
};

type Props = {
  readonly list: SnapshotList;
  /** The button that was pressed goes with its notice. */
  readonly onAccepted: () => void;
};

/** What the person should know of the backups, only while it is true. */
export const BackupNotices = ({ list, onAccepted }: Props) => {
  const { snapshots, problem, paused, lost } = list;
  if (problem === null && !paused && lost === null) return null;
  return (
    <div className={css.notices}>
      {problem !== null && <ProblemNotice code={problem} hasOthers={snapshots.length > 0} />}
      {lost !== null && <LostNotice list={list} onSeen={onAccepted} />}
      {paused && <SmallerNotice onAccepted={onAccepted} />}
    </div>
  );
};
