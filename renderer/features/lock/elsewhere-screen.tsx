import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recovery } from '#core/recovery';
import { call } from '#lib/client';
import { Button } from '#ui/button';
import { QuietScreen } from '#ui/quiet-screen';
import { type BackupFolder, ChooseFolder } from './choose-folder';
import { FoundScreen } from './found-screen';
import type { RecoveryWays } from './recovery-ways';
import { UnlockFolder } from './unlock-folder';

type Props = {
  /** A journal made of a backup is there, and locked. */
  readonly onDone: () => void;
  readonly onCancel: () => void;
  readonly onRestore: () => void;
};

/** From a folder with backups, on a stick or another disk, to a journal: choose it, open it, choose one of them. */
export const ElsewhereScreen = ({ onDone, onCancel, onRestore }: Props) => {
  const { t } = useTranslation();
  const [folder, setFolder] = useState<BackupFolder | null>(null);
  const [found, setFound] = useState<Recovery | null>(null);
  const [words, setWords] = useState<string | null>(null);
  // Whoever leaves leaves no key behind.
  useEffect(() => () => void call('recovery.forget', {}), []);
  const back = (): void => {
    setFolder(null);
    setFound(null);
  };
  const ways: RecoveryWays = {
    note: t('lock.staysHere'),
    keysLost: true,
    onBack: back,
    onRetry: back,
    onRestore,
    onElsewhere: null,
    onRecovered: async (told) => setWords(told),
  };
  if (words !== null) {
    return (
      <QuietScreen key="done" title={t('elsewhere.done')} lead={words}>
        <Button wide autoFocus onPress={onDone}>
          {t('elsewhere.unlock')}
        </Button>
      </QuietScreen>
    );
  }
  if (folder === null) return <ChooseFolder onFound={setFolder} onCancel={onCancel} />;
  if (found === null) return <UnlockFolder folder={folder} onFound={setFound} onBack={back} />;
  return <FoundScreen {...ways} found={found} onChange={setFound} onDeadEnd={ways} />;
};
