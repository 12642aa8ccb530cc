import { Archive, CloudAlert, HardDrive, KeyRound, Leaf } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { addDays, dayOf, type LocalDate } from '#core/local-date';
import type { SyncService } from '#core/synced-folder';
import { formatDayShort } from '#lib/format';
import { requestIntent } from '#lib/intents';
import { useCallQuery, useCommand } from '#lib/query-client';
import { tellFailure } from '#lib/tell-failure';
import { systemZone, useToday } from '#lib/today';
import { Button } from '#ui/button';
import { Notice } from '#ui/notice';
import { TextLink } from '#ui/text-link';
import { CheckOffer } from './check-offer';
import { useLastEntry } from './write-card';

const QUIET_DAYS = 3;
/** How far back to look for a sign that there was something before the quiet. */
const LOOK_BACK_DAYS = 92;

/** Whether nothing was recorded today and for three whole days before, and something before that. */
const useQuietDays = (today: LocalDate): boolean => {
  const since = addDays(today, -QUIET_DAYS);
  const recent = useCallQuery('checkIns.list', { from: since, to: today });
  const { entry, isKnown } = useLastEntry();
  const nothingNow = recent.data?.length === 0 && isKnown && (entry === null || entry.day < since);
  const before = useCallQuery(
    'checkIns.list',
    { from: addDays(since, -LOOK_BACK_DAYS), to: addDays(since, -1) },
    { enabled: nothingNow && entry === null },
  );
  return nothingNow && (entry !== null || (before.data?.length ?? 0) > 0);
};

/** Told once: what is to be done about it stays in Settings. */
const SyncedNotice = ({ by }: { readonly by: SyncService }) => {
  const { t } = useTranslation();
  const see = useCommand('vault.seeSyncedFolder');
  return (
    <Notice
      icon={CloudAlert}
      tone="dawn"
      action={
        <Button variant="quiet" onPress={() => see.mutate({}, { onError: ({ code }) => tellFailure(code) })}>
          {t('today.notices.seen')}
        </Button>
      }
    >
      {t('today.notices.synced', { service: t(`syncServices.${by}`) })}
    </Notice>
  );
};

/** Told once for each backup that became old; what went wrong is told in Settings as long as it does. */
const OverdueNotice = ({ verifiedAt }: { readonly verifiedAt: number | null }) => {
  const { t } = useTranslation();
  const today = useToday();
  const see = useCommand('vault.seeBackupOverdue');
  return (
    <Notice
      icon={HardDrive}
      tone="dawn"
      action={
        <Button variant="quiet" onPress={() => see.mutate({}, { onError: ({ code }) => tellFailure(code) })}>
          {t('today.notices.seen')}
        </Button>
      }
    >
      {verifiedAt === null
        ? t('today.notices.noBackup')
        : t('today.notices.oldBackup', { day: formatDayShort(dayOf(verifiedAt, systemZone()), today) })}
    </Notice>
  );
};

/** Told once; where copies lie is said in Settings. */
const LostNotice = () => {
  const { t } = useTranslation();
  const see = useCommand('snapshots.seeLost');
  return (
    <Notice
      icon={Archive}
      tone="dawn"
      action={
        <Button variant="quiet" onPress={() => see.mutate({}, { onError: ({ code }) => tellFailure(code) })}>
          {t('today.notices.seen')}
        </Button>
      }
    >
      {t('today.notices.lostBackups')}
    </Notice>
  );
};

/** Lines that are there only while they are true. */
export const TodayNotices = () => {
  const { t } = useTranslation();
  const { data: status } = useCallQuery('vault.status', {});
  const isQuiet = useQuietDays(useToday());
  return (
    <>
      {status?.state === 'open' && !status.sample && !status.recoveryKeyProven && (
        <Notice icon={KeyRound} action={<TextLink href="/settings">{t('today.notices.toSettings')}</TextLink>}>
          {t('today.notices.recoveryKey')}
        </Notice>
      )}
      {status?.state === 'open' && status.synced?.seen === false && <SyncedNotice by={status.synced.by} />}
      {status?.state === 'open' && status.backupsLost && <LostNotice />}
      {status?.state === 'open' && status.backupOverdue && <OverdueNotice verifiedAt={status.backupVerifiedAt} />}
      {status?.state === 'open' && status.checkOffer !== null && !status.backupOverdue && (
        <CheckOffer offer={status.checkOffer} />
      )}
      {isQuiet && (
        <Notice
          icon={Leaf}
          action={
            <Button variant="quiet" onPress={() => requestIntent('check-in')}>
              {t('today.checkIn.title')}
            </Button>
          }
        >
          {t('today.notices.quiet')}
        </Notice>
      )}
    </>
  );
};
