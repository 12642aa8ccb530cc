import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SnapshotList, SnapshotSummary } from '#core/snapshot';
import { backupMoment, backupMomentInSentence } from '#lib/backup-moment';
import { formatNumber } from '#lib/format';
import { useCommand } from '#lib/query-client';
import { tellFailure } from '#lib/tell-failure';
import { Button } from '#ui/button';
import { BackupRow } from './backup-row';
import type { BackupWork } from './backup-work';
import css from './backups.module.css';
import { GoBack } from './go-back';

const SHOWN = 5;

const ShowInFolder = () => {
  const { t } = useTranslation();
  const show = useCommand('shell.showSnapshots');
  const press = (): void => show.mutate({}, { onError: ({ code }) => tellFailure(code, 'backups') });
  return (
    <Button variant="quiet" icon={FolderOpen} onPress={press}>
      {t('settings.backups.showInFolder')}
    </Button>
  );
};

const None = ({ problem, lost }: Pick<SnapshotList, 'problem' | 'lost'>) => {
  const { t } = useTranslation();
  const next = problem === null && t(`settings.backups.${lost === null ? 'firstComes' : 'makesAnother'}`);
  return (
    <p className={css.none}>
      {t(`settings.backups.${lost === null ? 'none' : 'noneLeft'}`)} {next}
    </p>
  );
};

type Props = { readonly list: SnapshotList; readonly work: BackupWork };

/** The backups there are, newest first: the first five, and all of them when asked for. */
export const BackupList = ({ list: { snapshots, problem, lost }, work }: Props) => {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const [chosen, setChosen] = useState<SnapshotSummary | null>(null);
  if (snapshots.length === 0) return <None problem={problem} lost={lost} />;
  const shown = formatNumber(snapshots.length, 0);
  return (
    <>
      <ul>
        {(all ? snapshots : snapshots.slice(0, SHOWN)).map((snapshot) => (
          <BackupRow
            key={snapshot.name}
            snapshot={snapshot}
            moment={backupMoment(snapshot, snapshots)}
            work={work}
            onGoBack={setChosen}
          />
        ))}
      </ul>
      <div className={css.foot}>
        {snapshots.length > SHOWN && (
          <Button variant="quiet" aria-expanded={all} onPress={() => setAll(!all)}>
            {all ? t('settings.backups.showNewest') : t('settings.backups.showAll', { shown })}
          </Button>
        )}
        <ShowInFolder />
      </div>
      {chosen !== null && (
        <GoBack name={chosen.name} when={backupMomentInSentence(chosen, snapshots)} onClose={() => setChosen(null)} />
      )}
    </>
  );
};
