import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeletionAnswer, MergePreview } from '#core/merge';
import { call } from '#lib/client';
import { useJob } from '#lib/job';
import { command } from '#lib/query-client';
import { flushAll } from '#lib/unsaved-work';
import { Button } from '#ui/button';
import { ChooseExport, type Source } from '#ui/choose-export';
import { Dialog } from '#ui/dialog';
import { ErrorState } from '#ui/error-state';
import { JobProgress } from '#ui/job-progress';
import { MergeDone, mergedLast } from './merge-done';
import { MergeInside } from './merge-inside';

const useMerge = () => {
  const job = useJob();
  const [source, setSource] = useState<Source | null>(null);
  const [preview, setPreview] = useState<MergePreview | null>(null);
  const [answer, setAnswer] = useState<DeletionAnswer>('keep');
  const [isDone, setDone] = useState(false);
  // What was read lies on the disk, encrypted, until then.
  useEffect(() => () => void call('merge.forget', {}), []);
  const look = async (chosen: Source): Promise<void> => {
    setSource(chosen);
    const { ticket, passphrase } = chosen;
    setPreview(await job.run((id) => call('merge.look', { job: id, source: ticket, passphrase })));
  };
  const chooseOther = (): void => {
    job.reset();
    setPreview(null);
  };
  const merge = async (): Promise<void> => {
    // What is still being typed somewhere is newer than what the export has.
    await flushAll();
    const report = await job.run((id) => command('merge.run', { job: id, deletions: answer }));
    if (report !== null) mergedLast.write({ report, answer });
    setDone(report !== null);
    if (job.state.read().error?.code === 'NOT_FOUND') setPreview(null);
  };
  const error = job.error === null || job.error.code === 'CANCELLED' ? null : job.error.code;
  return { job, source, preview, answer, isDone, error, setAnswer, look, chooseOther, merge };
};

type Props = { readonly onClose: () => void; readonly onUndo: () => void };

/** An export is taken into the open journal: choose it, see what would change, answer what was deleted there, merge. */
export const MergeDialog = ({ onClose, onUndo }: Props) => {
  const { t } = useTranslation();
  const { job, source, preview, answer, isDone, error, ...merging } = useMerge();
  if (isDone) return <MergeDone onClose={onClose} onUndo={onUndo} />;
  const isAsking = preview !== null && !job.isRunning;
  const footer = isAsking && (
    <>
      <Button variant="ghost" onPress={merging.chooseOther}>
        {t('settings.merge.chooseOther')}
      </Button>
      {preview.isNothingNew ? (
        <Button onPress={onClose}>{t('ui.done')}</Button>
      ) : (
        <Button onPress={() => void merging.merge()}>{t('settings.merge.run')}</Button>
      )}
    </>
  );
  return (
    <Dialog
      title={t(isAsking ? 'settings.merge.insideTitle' : 'settings.merge.title')}
      isOpen
      onClose={job.isRunning ? job.cancel : onClose}
      footer={footer === false ? undefined : footer}
    >
      {error !== null && <ErrorState code={error} place="mergeExport" />}
      {preview === null && !job.isRunning && (
        <>
          <p>{t('settings.merge.more')}</p>
          <ChooseExport source={source} onLook={(chosen) => void merging.look(chosen)} />
        </>
      )}
      {isAsking && <MergeInside preview={preview} answer={answer} onAnswer={merging.setAnswer} />}
      {job.isRunning && preview !== null && <p>{t('settings.merge.backupFirst')}</p>}
      {job.isRunning && <JobProgress job={job} />}
    </Dialog>
  );
};
