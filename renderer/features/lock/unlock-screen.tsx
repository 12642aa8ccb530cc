import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VaultProblem } from '#core/vault-status';
import { Button } from '#ui/button';
import { QuietScreen } from '#ui/quiet-screen';
import { ChooseJournal } from './choose-journal';
import { currentOf, type Locked } from './journals';
import { JournalsBefore } from './journals-before';
import css from './lock-screen.module.css';
import { type Means, OtherMeans } from './secret-form';
import { UnlockForm } from './unlock-form';
import { WaitingWords } from './waiting-words';

type Props = {
  readonly status: Locked;
  readonly note: string;
  /** What has just been done for this journal. */
  readonly news: ReactNode;
  readonly onProblem: (problem: VaultProblem) => void;
  readonly onCreate: () => void;
  readonly onRestore: () => void;
  readonly onElsewhere: () => void;
};

/** How to open the journal, how to get a backup back, and help. */
export const UnlockScreen = ({ status, note, news, onProblem, onCreate, onRestore, onElsewhere }: Props) => {
  const { t } = useTranslation();
  const [means, setMeans] = useState<Means>('passphrase');
  return (
    <QuietScreen title={t('lock.title')} lead={t('lock.lead')} note={note}>
      {news}
      <WaitingWords isOpenable />
      <ChooseJournal status={status} />
      <UnlockForm key={`${means} ${currentOf(status)?.id}`} means={means} onProblem={onProblem} />
      <div className={css.ways}>
        <OtherMeans means={means} onChange={setMeans} />
        <Button variant="quiet" onPress={onRestore}>
          {t('lock.restore')}
        </Button>
        <Button variant="quiet" onPress={onElsewhere}>
          {t('lock.restoreBackup')}
        </Button>
        <Button variant="quiet" onPress={onCreate}>
          {t('lock.create')}
        </Button>
      </div>
      <JournalsBefore status={status} />
    </QuietScreen>
  );
};
