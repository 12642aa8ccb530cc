import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#core/errors';
import type { ExportReport } from '#core/export-manifest';
import { call } from '#lib/client';
import { useJob } from '#lib/job';
import { useOneAtATime } from '#lib/one-at-a-time';
import { command } from '#lib/query-client';
import { readToday } from '#lib/today';
import { Button } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { ErrorState } from '#ui/error-state';
import { JobProgress } from '#ui/job-progress';
import { NewPassphrase } from '#ui/new-passphrase';
import { ExportDone } from './export-done';
import css from './settings.module.css';

type Target = { readonly ticket: string; readonly name: string; readonly folder: string };

const ChosenPlace = ({ name, folder }: Target) => {
  const { t } = useTranslation();
  return (
    <div>
      <p className={css.strong}>{t('settings.data.chosen', { name })}</p>
      <p className={css.folder}>{t('settings.data.inFolder', { folder })}</p>
    </div>
  );
};

/** Where to, with which passphrase, and then the proof that it is there. */
export const ExportDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const job = useJob();
  const choosing = useOneAtATime();
  const [target, setTarget] = useState<Target | null>(null);
  const [report, setReport] = useState<ExportReport | null>(null);
  const [chooseError, setChooseError] = useState<ErrorCode | null>(null);
  const choose = async (): Promise<void> => {
    const suggestedName = t('settings.data.suggestedName', { date: readToday() });
    const chosen = await call('shell.chooseExportTarget', { suggestedName });
    setChooseError(chosen.ok ? null : chosen.error.code);
    if (chosen.ok && chosen.value !== null) job.reset();
    if (chosen.ok && chosen.value !== null) setTarget(chosen.value);
  };
  const write = async (passphrase: string): Promise<void> => {
    if (target === null) return;
    setReport(await job.run((id) => command('exports.write', { job: id, target: target.ticket, passphrase })));
  };
  const error = chooseError ?? (job.error?.code === 'CANCELLED' ? null : (job.error?.code ?? null));

  if (report !== null && target !== null) return <ExportDone report={report} target={target} onClose={onClose} />;
  return (
    <Dialog title={t('settings.data.exportTitle')} isOpen onClose={job.isRunning ? job.cancel : onClose}>
      {target === null && <p>{t('settings.data.exportMore')}</p>}
      {target !== null && <ChosenPlace {...target} />}
      {/* Most of what can go wrong has to do with the place; below the passphrase it would be out of sight. */}
      {error !== null && <ErrorState code={error} place="writeExport" />}
      {!job.isRunning && (
        <Button
          variant={target === null ? 'primary' : 'ghost'}
          icon={FolderOpen}
          onPress={() => void choosing.run(choose)}
        >
          {t(target === null ? 'settings.data.choose' : 'settings.data.chooseOther')}
        </Button>
      )}
      {target !== null && !job.isRunning && (
        <>
          <p>{t('settings.data.passphraseLead')}</p>
          <NewPassphrase
            label={t('settings.data.passphraseTitle')}
            submitLabel={t('settings.data.run')}
            isPending={false}
            onSubmit={(passphrase) => void write(passphrase)}
          />
        </>
      )}
      {job.isRunning && <JobProgress job={job} />}
    </Dialog>
  );
};
