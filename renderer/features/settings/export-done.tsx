import { useTranslation } from 'react-i18next';
import type { ExportReport } from '#core/export-manifest';
import { formatBytes, formatNumber } from '#lib/format';
import { Button } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { RecordCounts } from '#ui/record-counts';
import css from './settings.module.css';

type Props = { readonly report: ExportReport; readonly onClose: () => void };

/** What was written and how it was checked. */
export const ExportDone = ({ report, onClose }: Props) => {
  const { t } = useTranslation();
  const seconds = (ms: number): string => formatNumber(ms / 1000);
  const took = t('settings.data.tookMore', { write: seconds(report.writeMs), verify: seconds(report.verifyMs) });
  return (
    <Dialog
      title={t('settings.data.doneTitle')}
      isOpen
      onClose={onClose}
      footer={<Button onPress={onClose}>{t('ui.done')}</Button>}
    >
      <p>{t('settings.data.doneLead')}</p>
      <dl className={css.facts}>
        <dt>{t('settings.data.file')}</dt>
        <dd className={css.strong}>{report.name}</dd>
        <dt>{t('settings.data.size')}</dt>
        <dd>{formatBytes(report.bytes)}</dd>
        <dt>{t('settings.data.inside')}</dt>
        <dd>
          <RecordCounts counts={report.counts} />
        </dd>
        <dt>{t('settings.data.took')}</dt>
        <dd>{took}</dd>
      </dl>
    </Dialog>
  );
};
