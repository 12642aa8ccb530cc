import { CircleAlert, CircleDashed, ShieldCheck } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { SnapshotReason, SnapshotSummary } from '#core/snapshot';
import { formatBytes, formatMomentInSentence, formatNumber, type Moment } from '#lib/format';
import { systemZone, useToday } from '#lib/today';
import { Button } from '#ui/button';
import { MomentText } from '#ui/moment';
import { BackupProgress } from './backup-progress';
import type { BackupWork } from './backup-work';
import css from './backups.module.css';

/** Reasons that tell a backup apart from those that come by themselves. */
const toldReasons: Partial<Record<SnapshotReason, 'beforeGoingBack' | 'beforeMerging' | 'beforeImport'>> = {
  'before-restore': 'beforeGoingBack',
  'before-merge': 'beforeMerging',
  'before-import': 'beforeImport',
};

const useContents = ({ entries, checkIns, bytes, reason, earlierKey }: SnapshotSummary): string => {
  const { t } = useTranslation();
  const count = (kind: 'entry' | 'check-in', value: number | null): string[] =>
    value === null ? [] : [t(`records.${kind}`, { count: value, n: formatNumber(value, 0) })];
  const told = reason === null ? undefined : toldReasons[reason];
  const why = told === undefined ? [] : [t(`settings.backups.${told}`)];
  // By the key it lies under, not by why it was taken: a change of the key may have been stopped after that.
  const under = earlierKey ? [t('settings.backups.beforeNewKey')] : [];
  return [...count('entry', entries), ...count('check-in', checkIns), formatBytes(bytes), ...why, ...under].join(' · ');
};

/** What its last reading found. */
const State = ({ snapshot: { damaged, verifiedAt } }: { readonly snapshot: SnapshotSummary }) => {
  const { t } = useTranslation();
  const today = useToday();
  if (damaged) {
    return (
      <p className={css.damaged}>
        <CircleAlert className={css.icon} aria-hidden />
        {t('settings.backups.damaged')}
      </p>
    );
  }
  if (verifiedAt === null) {
    return (
      <p className={css.state}>
        <CircleDashed className={css.icon} aria-hidden />
        {t('settings.backups.unread')}
      </p>
    );
  }
  const when = formatMomentInSentence({ at: verifiedAt, zone: systemZone() }, today);
  return (
    <p className={css.state}>
      <ShieldCheck className={css.icon} aria-hidden />
      {t('settings.backups.whole', { when })}
    </p>
  );
};

type Props = {
  readonly snapshot: SnapshotSummary;
  readonly moment: Moment;
  readonly work: BackupWork;
  readonly onGoBack: (snapshot: SnapshotSummary) => void;
};

/** One backup: from when it is, what it holds, whether it is whole, a way to find out now, and the way back to it. */
export const BackupRow = ({ snapshot, moment, work, onGoBack }: Props) => {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const button = useRef<HTMLButtonElement>(null);
  const contents = useContents(snapshot);
  const when = formatMomentInSentence(moment, useToday());
  const isMine = work.isRunning && work.about === snapshot.name;
  const isPending = isMine || work.isLong;
  return (
    <li className={css.backup}>
      <div className={css.line}>
        <div className={css.words}>
          <p className={css.moment}>
            <MomentText {...moment} />
          </p>
          <p className={css.contents}>{contents}</p>
          <State snapshot={snapshot} />
        </div>
        <div className={css.actions}>
          {!snapshot.damaged && (
            <Button
              variant="ghost"
              aria-label={t('settings.backups.lookThis', { when })}
              onPress={() => navigate(`/settings/backups/${snapshot.name}`)}
            >
              {t('settings.backups.look')}
            </Button>
          )}
          <Button
            ref={button}
            variant="ghost"
            isPending={isPending}
            aria-label={t('settings.backups.checkThis', { when })}
            onPress={() => void work.check(snapshot.name, when)}
          >
            {t('settings.backups.check')}
          </Button>
          {!snapshot.damaged && (
            <Button
              variant="ghost"
              isPending={isPending}
              aria-label={t('settings.backups.goBackThis', { when })}
              onPress={() => onGoBack(snapshot)}
            >
              {t('settings.backups.goBack')}
            </Button>
          )}
        </div>
      </div>
      {isMine && work.isLong && <BackupProgress work={work} onLostFocus={() => button.current?.focus()} />}
    </li>
  );
};
