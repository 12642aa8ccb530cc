import { FileText, FolderOpen } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportMapping, ImportPreview, ImportReport } from '#core/import';
import { call } from '#lib/client';
import { useJob } from '#lib/job';
import { useOneAtATime } from '#lib/one-at-a-time';
import { command } from '#lib/query-client';
import { systemZone } from '#lib/today';
import { flushAll } from '#lib/unsaved-work';
import { Button } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { ErrorState } from '#ui/error-state';
import { JobProgress } from '#ui/job-progress';
import { BadRows, ImportCounts } from './import-counts';
import { ImportNames } from './import-names';
import css from './merge.module.css';

const suggested = ({ moods, activities }: ImportPreview): ImportMapping => ({
  moods: moods.map(({ name, mood }) => ({ name, mood })),
  activities: activities.map(({ name, target }) => ({ name, target })),
});

const useImport = () => {
  const job = useJob();
  const choosing = useOneAtATime();
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [mapping, setMapping] = useState<ImportMapping>({ moods: [], activities: [] });
  const [report, setReport] = useState<ImportReport | null>(null);
  // What was read lies in memory until then.
  useEffect(() => () => void call('imports.forget', {}), []);
  const look = async (how: 'shell.chooseImportSource' | 'shell.chooseFolder'): Promise<void> => {
    const chosen = await call(how, {});
    if (!chosen.ok || chosen.value === null) return;
    const { ticket: source } = chosen.value;
    const found = await job.run((id) => call('imports.look', { job: id, source, zone: systemZone() }));
    setPreview(found);
    if (found !== null) setMapping(suggested(found));
  };
  const run = async (): Promise<void> => {
    // What is still being typed somewhere comes first.
    await flushAll();
    setReport(await job.run((id) => command('imports.run', { job: id, mapping })));
    if (job.state.read().error?.code === 'NOT_FOUND') setPreview(null);
  };
  const chooseOther = (): void => {
    job.reset();
    setPreview(null);
  };
  const error = job.error === null || job.error.code === 'CANCELLED' ? null : job.error.code;
  const choose = (how: Parameters<typeof look>[0]) => void choosing.run(() => look(how));
  return { job, preview, mapping, setMapping, report, error, choose, run, chooseOther };
};

type Choose = ReturnType<typeof useImport>['choose'];

const ChooseSource = ({ onChoose }: { readonly onChoose: Choose }) => {
  const { t } = useTranslation();
  return (
    <div className={css.question}>
      <p>{t('settings.import.chooseLead')}</p>
      <Button wide icon={FileText} onPress={() => onChoose('shell.chooseImportSource')}>
        {t('settings.import.file')}
      </Button>
      <Button wide variant="ghost" icon={FolderOpen} onPress={() => onChoose('shell.chooseFolder')}>
        {t('settings.import.folder')}
      </Button>
    </div>
  );
};

type Props = { readonly onClose: () => void; readonly onUndo: () => void };

const ImportDone = ({ report, onClose, onUndo }: Props & { readonly report: ImportReport }) => {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('settings.import.doneTitle')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button variant="ghost" onPress={onUndo}>
            {t('settings.import.undo')}
          </Button>
          <Button autoFocus onPress={onClose}>
            {t('ui.done')}
          </Button>
        </>
      }
    >
      <div className={css.inside}>
        <p>{t('settings.import.done_lead')}</p>
        <ImportCounts counts={report} isDone />
        <BadRows rows={report.bad} count={report.badCount} />
      </div>
    </Dialog>
  );
};

/** Another journal's export is taken in: choose it, see what is in it, say what its names are here, bring it in. */
export const ImportDialog = ({ onClose, onUndo }: Props) => {
  const { t } = useTranslation();
  const { job, preview, mapping, setMapping, report, error, choose, run, chooseOther } = useImport();
  if (report !== null) return <ImportDone report={report} onClose={onClose} onUndo={onUndo} />;
  const isAsking = preview !== null && !job.isRunning;
  const isNothing = preview !== null && preview.entries + preview.checkIns === 0;
  const footer = isAsking ? (
    <>
      <Button variant="ghost" onPress={chooseOther}>
        {t('settings.import.chooseOther')}
      </Button>
      {isNothing ? (
        <Button onPress={onClose}>{t('ui.done')}</Button>
      ) : (
        <Button onPress={() => void run()}>{t('settings.import.run')}</Button>
      )}
    </>
  ) : undefined;
  return (
    <Dialog
      title={t('settings.import.title')}
      isOpen
      width="wide"
      onClose={job.isRunning ? job.cancel : onClose}
      footer={footer}
    >
      {error !== null && <ErrorState code={error} />}
      {preview === null && !job.isRunning && <ChooseSource onChoose={choose} />}
      {isAsking && (
        <div className={css.inside}>
          <p>{t('settings.import.found', { format: t(`settings.import.formats.${preview.format}`) })}</p>
          {isNothing && <p>{t('settings.import.nothing')}</p>}
          <ImportCounts counts={preview} />
          {!isNothing && <ImportNames preview={preview} mapping={mapping} onChange={setMapping} />}
          <BadRows rows={preview.bad} count={preview.badCount} />
        </div>
      )}
      {job.isRunning && preview !== null && <p>{t('settings.import.backupFirst')}</p>}
      {job.isRunning && <JobProgress job={job} />}
    </Dialog>
  );
};
