import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recovery } from '#core/recovery';
import { call } from '#lib/client';
import { useWait } from '#lib/countdown';
import { formatMomentInSentence } from '#lib/format';
import { useJob } from '#lib/job';
import { systemZone } from '#lib/today';
import { Button } from '#ui/button';
import { ErrorState } from '#ui/error-state';
import { QuietScreen } from '#ui/quiet-screen';
import type { BackupFolder } from './choose-folder';
import css from './lock-screen.module.css';
import { type Means, OtherMeans, SecretForm } from './secret-form';

type Props = {
  readonly folder: BackupFolder;
  readonly onFound: (found: Recovery) => void;
  readonly onBack: () => void;
};

/** Asks for the key to the backups in a folder. */
export const UnlockFolder = ({ folder, onFound, onBack }: Props) => {
  const { t } = useTranslation();
  const job = useJob();
  const wait = useWait();
  const [means, setMeans] = useState<Means>('passphrase');
  const look = async (secret: string): Promise<void> => {
    const type = means === 'passphrase' ? 'passphrase' : 'recovery';
    const found = await job.run(async (id) => {
      const result = await call('recovery.lookElsewhere', { job: id, folder: folder.ticket, type, secret });
      if (!result.ok) wait.begin(result.error);
      return result;
    });
    if (found !== null) onFound(found);
  };
  const change = (next: Means): void => {
    job.reset();
    setMeans(next);
  };
  const error = job.error?.code === 'CANCELLED' ? null : job.error;
  const isOfSecret = error === null || /^WRONG_|^TOO_MANY/.test(error.code);
  const when = formatMomentInSentence({ at: folder.newestAt ?? 0, zone: systemZone() });
  return (
    <QuietScreen
      title={t('elsewhere.found', { count: folder.backups })}
      lead={t(means === 'passphrase' ? 'elsewhere.askPassphrase' : 'elsewhere.askKey', { when })}
    >
      {error !== null && !isOfSecret && <ErrorState code={error.code} place="elsewhere" />}
      <SecretForm
        key={means}
        means={means}
        submitLabel={t('recovery.look')}
        isPending={job.isRunning}
        error={isOfSecret ? error : null}
        seconds={wait.seconds}
        place="elsewhere"
        onRetype={job.reset}
        onSubmit={(secret) => void look(secret)}
      />
      <div className={css.twoWays}>
        <OtherMeans means={means} onChange={change} />
        <Button variant="quiet" onPress={onBack}>
          {t('ui.back')}
        </Button>
      </div>
    </QuietScreen>
  );
};
