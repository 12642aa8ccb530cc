import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportPreview } from '#core/export-manifest';
import type { RecoveryKeyOffer } from '#core/vault-status';
import { call } from '#lib/client';
import { useJob } from '#lib/job';
import { command } from '#lib/query-client';
import { Button } from '#ui/button';
import { ChooseExport, type Source } from '#ui/choose-export';
import { ErrorState } from '#ui/error-state';
import { JobProgress } from '#ui/job-progress';
import { NewPassphrase } from '#ui/new-passphrase';
import { QuietScreen } from '#ui/quiet-screen';
import { RecoveryKey } from '#ui/recovery-key';
import { Inside } from './inside';

type Props = { readonly onDone: () => void; readonly onCancel: () => void };

/** An export becomes a new journal: choose it, look inside, give it a passphrase, keep its recovery key. */
export const RestoreScreen = ({ onDone, onCancel }: Props) => {
  const { t } = useTranslation();
  const job = useJob();
  const [source, setSource] = useState<Source | null>(null);
  const [preview, setPreview] = useState<ExportPreview | null>(null);
  const [offer, setOffer] = useState<RecoveryKeyOffer | null>(null);
  const look = async (chosen: Source): Promise<void> => {
    setSource(chosen);
    const { ticket, passphrase } = chosen;
    setPreview(await job.run((id) => call('exports.inspect', { job: id, source: ticket, passphrase })));
  };
  const restore = async (newPassphrase: string): Promise<void> => {
    if (source === null) return;
    const { ticket, passphrase } = source;
    setOffer(await job.run((id) => command('exports.restore', { job: id, source: ticket, passphrase, newPassphrase })));
  };
  const failure = job.error !== null && job.error.code !== 'CANCELLED' && (
    <ErrorState code={job.error.code} place="openExport" />
  );

  if (offer !== null) {
    return (
      <QuietScreen title={t('recoveryKey.title')} width="medium">
        <RecoveryKey offer={offer} onDone={onDone} />
      </QuietScreen>
    );
  }
  return (
    <QuietScreen title={t('restore.title')} lead={t('restore.lead')} width="medium">
      {preview === null && !job.isRunning && <ChooseExport source={source} onLook={(chosen) => void look(chosen)} />}
      {preview !== null && <Inside preview={preview} name={source?.name ?? ''} />}
      {preview !== null && !job.isRunning && (
        <NewPassphrase
          label={t('restore.newTitle')}
          submitLabel={t('restore.run')}
          isPending={false}
          onSubmit={(passphrase) => void restore(passphrase)}
        />
      )}
      {job.isRunning && <JobProgress job={job} />}
      {failure}
      {!job.isRunning && (
        <Button variant="quiet" onPress={preview === null ? onCancel : () => setPreview(null)}>
          {t('restore.back')}
        </Button>
      )}
    </QuietScreen>
  );
};
