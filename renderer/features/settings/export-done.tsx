import { FolderOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ExportReport } from '#core/export-manifest';
import { formatBytes, formatNumber } from '#lib/format';
import { useCommand } from '#lib/query-client';
import { Button } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { ErrorState } from '#ui/error-state';
import { RecordCounts } from '#ui/record-counts';
import css from './settings.module.css';

type Props = {
  readonly report: ExportReport;
  readonly target: { readonly ticket: string; readonly folder: string };
  readonly onClose: () => void;
};

/** What was written, where it lies and how it was checked. */
export const ExportDone = ({ report, target, onClose }: Props) => {
  const { t } = useTranslation();
  const show = useCommand('shell.showInFolder');
  const seconds = (ms: number): string => formatNumber(ms / 1000);
  const took = t('settings.data.tookMore', { write: seconds(report.writeMs), verify: seconds(report.verifyMs) });
  return (
    <Dialog
      title={t('settings.data.doneTitle')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button variant="ghost" icon={FolderOpen} onPress={() => show.mutate({ file: target.ticket })}>
            {t('settings.data.showInFolder')}
          </Button>
          <Button onPress={onClose}>{t('ui.done')}</Button>
        </>
      }
    >
      <p>{t('settings.data.doneLead')}</p>
      <dl className={css.facts}>
        <dt>{t('settings.data.file')}</dt>
        <dd className={css.strong}>{report.name}</dd>
        <dt>{t('settings.data.folder')}</dt>
        <dd className={css.folder}>{target.folder}</dd>
        <dt>{t('settings.data.size')}</dt>
        <dd>{formatBytes(report.bytes)}</dd>
        <dt>{t('settings.data.inside')}</dt>
        <dd>
          <RecordCounts counts={report.counts} deleted={report.deleted} />
        </dd>
        <dt>{t('settings.data.took')}</dt>
        <dd>{took}</dd>
      </dl>
      {show.error !== null && <ErrorState code={show.error.code} place="writeExport" />}
    </Dialog>
  );
};
