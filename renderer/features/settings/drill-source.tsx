import { FolderOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SnapshotName, SnapshotSummary } from '#core/snapshot';
import { backupMomentInSentence } from '#lib/backup-moment';
import { call } from '#lib/client';
import { useOneAtATime } from '#lib/one-at-a-time';
import { tellFailure } from '#lib/tell-failure';
import { Button } from '#ui/button';
import { PassphraseField } from '#ui/passphrase-field';
import { Select } from '#ui/select';
import css from './backups.module.css';

type SnapshotProps = {
  /** Those that can be tested, newest first. */
  readonly snapshots: readonly SnapshotSummary[];
  readonly chosen: SnapshotName;
  readonly onChoose: (name: SnapshotName) => void;
};

/** Which of the backups on this computer. */
export const ChooseSnapshot = ({ snapshots, chosen, onChoose }: SnapshotProps) => {
  const { t } = useTranslation();
  const nameIt = (snapshot: SnapshotSummary, index: number): string => {
    const when = backupMomentInSentence(snapshot, snapshots);
    return index === 0 ? t('settings.backups.test.newest', { when }) : when;
  };
  return (
    <Select
      label={t('settings.backups.test.which')}
      options={snapshots.map((snapshot, index) => ({ id: snapshot.name, label: nameIt(snapshot, index) }))}
      value={chosen}
      onChange={onChoose}
    />
  );
};

/** An export that the person chose, and its own passphrase as far as it is typed. */
export type ExportSource = { readonly ticket: string; readonly name: string; readonly passphrase: string };

type ExportProps = {
  readonly source: ExportSource | null;
  readonly onChange: (source: ExportSource) => void;
};

/** Which export file, and its own passphrase. */
export const ChooseExportFile = ({ source, onChange }: ExportProps) => {
  const { t } = useTranslation();
  const choosing = useOneAtATime();
  const choose = async (): Promise<void> => {
    const chosen = await call('shell.chooseExportSource', {});
    if (!chosen.ok) tellFailure(chosen.error.code);
    else if (chosen.value !== null) onChange({ ...chosen.value, passphrase: '' });
  };
  return (
    <>
      <div className={css.file}>
        {source !== null && <p className={css.strong}>{t('settings.backups.test.chosen', { name: source.name })}</p>}
        <Button
          variant={source === null ? 'soft' : 'ghost'}
          icon={FolderOpen}
          onPress={() => void choosing.run(choose)}
        >
          {t(source === null ? 'settings.backups.test.choose' : 'settings.backups.test.chooseOther')}
        </Button>
      </div>
      {source !== null && (
        <PassphraseField
          key={source.ticket}
          autoFocus
          label={t('settings.backups.test.passphrase')}
          description={t('settings.backups.test.passphraseHint')}
          value={source.passphrase}
          onChange={(passphrase) => onChange({ ...source, passphrase })}
        />
      )}
    </>
  );
};
