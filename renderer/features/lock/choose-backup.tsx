import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isSalvageBetter, type Recovery, type Salvage } from '#core/recovery';
import type { SnapshotSummary } from '#core/snapshot';
import { backupMomentInSentence } from '#lib/backup-moment';
import { useJob } from '#lib/job';
import { command } from '#lib/query-client';
import { Button } from '#ui/button';
import { ErrorState } from '#ui/error-state';
import { QuietScreen, StayingActions } from '#ui/quiet-screen';
import { BackupList, SALVAGE } from './backup-list';
import { ConfirmWay } from './confirm-way';
import css from './lock-screen.module.css';
import type { RecoveryWays } from './recovery-ways';
import { WorkScreen } from './work-screen';

type Props = RecoveryWays & {
  readonly found: Recovery;
  /** One of the backups has turned out to be damaged. */
  readonly onChange: (found: Recovery) => void;
};

/** The picked one, as long as it can be had; else what brings back most. */
const chosenOf = ({ salvage, snapshots }: Recovery, picked: string | null): SnapshotSummary | Salvage | undefined => {
  const whole = snapshots.filter(({ damaged }) => !damaged);
  if (picked === SALVAGE && salvage !== null) return salvage;
  const backup = whole.find(({ name }) => name === picked);
  if (backup !== undefined) return backup;
  return isSalvageBetter({ salvage, snapshots }) ? (salvage ?? undefined) : (whole[0] ?? salvage ?? undefined);
};

/** How things are, and which way is suggested. */
const leadOf = (found: Recovery) => {
  if (found.salvage === null) return `recovery.chooseLead.${found.database}` as const;
  if (found.snapshots.every(({ damaged }) => damaged)) return 'recovery.salvage.lead.only';
  return isSalvageBetter(found) ? 'recovery.salvage.lead.read' : 'recovery.salvage.lead.backup';
};

/** Brings back what was chosen; a backup that turns out to be damaged is marked as that. */
const useBringBack = ({ found, onChange, keysLost, onRecovered }: Props) => {
  const { t } = useTranslation();
  const job = useJob();
  const bringBackup = (id: string, snapshot: SnapshotSummary, goOnCopying: boolean) =>
    command('recovery.restore', { job: id, name: snapshot.name, goOnCopying }).then(async (result) => {
      if (result.ok) {
        const when = backupMomentInSentence(snapshot, found.snapshots);
        await onRecovered(t(keysLost ? 'recovery.backWithLast' : 'recovery.back', { when }));
      } else if (result.error.code === 'SNAPSHOT_DAMAGED') {
        const { snapshots } = found;
        onChange({ ...found, snapshots: snapshots.map((one) => (one === snapshot ? { ...one, damaged: true } : one)) });
      }
      return result;
    });
  const bringSalvage = async (id: string) => {
    const result = await command('recovery.takeSalvage', { job: id });
    if (result.ok) await onRecovered(t('recovery.salvage.back'));
    return result;
  };
  const bringBack = (way: SnapshotSummary | Salvage, goOnCopying: boolean) =>
    job.run((id) => ('takenAt' in way ? bringBackup(id, way, goOnCopying) : bringSalvage(id)));
  return { job, bringBack };
};

/** What can still be read, and the backups, newest first; the one that is chosen takes the place of the journal. */
export const ChooseBackup = (props: Props) => {
  const { found, note, onBack, onElsewhere } = props;
  const { t } = useTranslation();
  const { job, bringBack } = useBringBack(props);
  const [isAsking, setAsking] = useState(false);
  const [picked, setPicked] = useState<string | null>(null);
  const chosen = chosenOf(found, picked);
  const error = job.error?.code === 'CANCELLED' ? undefined : job.error?.code;
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    setAsking(true);
  };
  const confirm = (way: SnapshotSummary | Salvage, goOnCopying: boolean): void => {
    setAsking(false);
    void bringBack(way, goOnCopying);
  };
  if (job.isRunning) {
    return <WorkScreen key="restoring" title={t('recovery.restoring')} lead={t('recovery.restoringLead')} job={job} />;
  }
  const isSalvage = chosen !== undefined && !('takenAt' in chosen);
  return (
    <QuietScreen key="choose" title={t('recovery.choose')} lead={t(leadOf(found))} note={note} width="medium">
      <form className={css.form} onSubmit={ask}>
        {error !== undefined && <ErrorState code={error} place="bringBack" />}
        {found.salvageProblem !== null && <ErrorState code={found.salvageProblem} place="salvage" />}
        <BackupList
          snapshots={found.snapshots}
          salvage={found.salvage}
          chosen={isSalvage ? SALVAGE : (chosen?.name ?? null)}
          onChoose={setPicked}
        />
        <StayingActions>
          <Button type="submit" wide>
            {t(isSalvage ? 'recovery.salvage.bringBack' : 'recovery.bringBack')}
          </Button>
          <div className={css.twoWays}>
            <Button variant="quiet" onPress={onBack}>
              {t('ui.back')}
            </Button>
            {onElsewhere !== null && (
              <Button variant="quiet" onPress={onElsewhere}>
                {t('elsewhere.look')}
              </Button>
            )}
          </div>
        </StayingActions>
      </form>
      {chosen !== undefined && (
        <ConfirmWay
          way={chosen}
          snapshots={found.snapshots}
          isElsewhere={found.database === 'elsewhere'}
          copiesTo={found.copiesTo}
          isOpen={isAsking}
          onConfirm={(goOnCopying) => confirm(chosen, goOnCopying)}
          onCancel={() => setAsking(false)}
        />
      )}
    </QuietScreen>
  );
};
