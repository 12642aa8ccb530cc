import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recovery } from '#core/recovery';
import type { SnapshotSummary } from '#core/snapshot';
import { formatMomentInSentence, formatNumber } from '#lib/format';
import { useJob } from '#lib/job';
import { command } from '#lib/query-client';
import { systemZone } from '#lib/today';
import { Button } from '#ui/button';
import { Confirm } from '#ui/confirm';
import { ErrorState } from '#ui/error-state';
import { QuietScreen } from '#ui/quiet-screen';
import { BackupList } from './backup-list';
import css from './lock-screen.module.css';
import type { RecoveryWays } from './recovery-ways';
import { WorkScreen } from './work-screen';

type Props = RecoveryWays & {
  readonly found: Recovery;
  /** One of the backups has turned out to be damaged. */
  readonly onChange: (found: Recovery) => void;
};

const whenOf = ({ takenAt }: SnapshotSummary): string => formatMomentInSentence({ at: takenAt, zone: systemZone() });

/** The backups, newest first; the one that is chosen takes the place of the journal. */
export const ChooseBackup = ({ found, onChange, keysLost, note, onBack, onRecovered }: Props) => {
  const { t } = useTranslation();
  const job = useJob();
  const [isAsking, setAsking] = useState(false);
  const [picked, setPicked] = useState<string | null>(null);
  const { snapshots } = found;
  const whole = snapshots.filter(({ damaged }) => !damaged);
  // The newest, until another is picked.
  const chosen = whole.find(({ name }) => name === picked) ?? whole[0];
  const error = job.error?.code === 'CANCELLED' ? undefined : job.error?.code;
  const bringBack = async (snapshot: SnapshotSummary): Promise<void> => {
    setAsking(false);
    await job.run(async (id) => {
      const result = await command('recovery.restore', { job: id, name: snapshot.name });
      if (result.ok) {
        await onRecovered(t(keysLost ? 'recovery.backWithLast' : 'recovery.back', { when: whenOf(snapshot) }));
      } else if (result.error.code === 'SNAPSHOT_DAMAGED') {
        onChange({ ...found, snapshots: snapshots.map((one) => (one === snapshot ? { ...one, damaged: true } : one)) });
      }
      return result;
    });
  };
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    setAsking(true);
  };
  if (job.isRunning) {
    return <WorkScreen key="restoring" title={t('recovery.restoring')} lead={t('recovery.restoringLead')} job={job} />;
  }
  return (
    <QuietScreen
      key="choose"
      title={t('recovery.choose')}
      lead={t(`recovery.chooseLead.${found.database}`)}
      note={note}
      width="medium"
    >
      {error !== undefined && <ErrorState code={error} place="bringBack" />}
      <form className={css.form} onSubmit={ask}>
        <BackupList snapshots={snapshots} chosen={chosen?.name ?? null} onChoose={setPicked} />
        <Button type="submit" wide>
          {t('recovery.bringBack')}
        </Button>
      </form>
      <Button variant="quiet" onPress={onBack}>
        {t('ui.back')}
      </Button>
      {chosen !== undefined && (
        <Confirm
          title={t('recovery.confirm', { when: whenOf(chosen) })}
          confirmLabel={t('recovery.confirmRun')}
          cancelLabel={t('recovery.confirmNot')}
          isOpen={isAsking}
          onConfirm={() => void bringBack(chosen)}
          onCancel={() => setAsking(false)}
        >
          <p>{t('recovery.confirmMade')}</p>
          <p>
            {t('recovery.confirmHolds', {
              entries: t('records.entry', { count: chosen.entries ?? 0, n: formatNumber(chosen.entries ?? 0) }),
              checkIns: t('records.check-in', { count: chosen.checkIns ?? 0, n: formatNumber(chosen.checkIns ?? 0) }),
            })}
          </p>
          <p>{t('recovery.confirmKept')}</p>
        </Confirm>
      )}
    </QuietScreen>
  );
};
