import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recovery } from '#core/recovery';
import { call } from '#lib/client';
import { useWait } from '#lib/countdown';
import { useJob } from '#lib/job';
import { Button } from '#ui/button';
import { QuietScreen } from '#ui/quiet-screen';
import css from './lock-screen.module.css';
import { NoWayBack } from './no-way-back';
import type { RecoveryWays } from './recovery-ways';
import { type Means, OtherMeans, SecretForm } from './secret-form';
import { WaitingWords } from './waiting-words';
import { WorkScreen } from './work-screen';

type Props = RecoveryWays & { readonly onFound: (found: Recovery) => void };

/** Asks for the key to what is left, and reads all of it. */
export const LookScreen = ({ onFound, ...ways }: Props) => {
  const { t } = useTranslation();
  const job = useJob();
  const wait = useWait();
  const [means, setMeans] = useState<Means>('passphrase');
  const look = async (secret: string): Promise<void> => {
    const type = means === 'passphrase' ? 'passphrase' : 'recovery';
    const found = await job.run(async (id) => {
      const result = await call('recovery.look', { job: id, type, secret });
      if (!result.ok) wait.begin(result.error);
      return result;
    });
    if (found !== null) onFound(found);
  };
  const change = (next: Means): void => {
    job.reset();
    setMeans(next);
  };
  const code = job.error?.code;
  if (code === 'HEADER_MISSING' || code === 'HEADER_DAMAGED') return <NoWayBack {...ways} reason="no-key" />;
  // Nothing is read before the secret is known to be right.
  if (job.isRunning && job.progress !== null) {
    return <WorkScreen key="reading" title={t('recovery.reading')} lead={t('recovery.readingLead')} job={job} />;
  }
  return (
    <QuietScreen
      key="ask"
      title={t('recovery.ask')}
      lead={t(means === 'passphrase' ? 'recovery.askPassphrase' : 'recovery.askKey')}
      note={ways.note}
    >
      <WaitingWords isOpenable={false} />
      <SecretForm
        key={means}
        means={means}
        submitLabel={t('recovery.look')}
        isPending={job.isRunning}
        error={code === 'CANCELLED' ? null : job.error}
        seconds={wait.seconds}
        place={ways.keysLost ? 'lookWithoutKeys' : undefined}
        onRetype={job.reset}
        onSubmit={(secret) => void look(secret)}
      />
      <div className={css.twoWays}>
        <OtherMeans means={means} onChange={change} />
        <Button variant="quiet" onPress={ways.onBack}>
          {t('ui.back')}
        </Button>
      </div>
    </QuietScreen>
  );
};
