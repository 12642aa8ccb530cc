import { CloudAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncService } from '#core/synced-folder';
import { useCallQuery } from '#lib/query-client';
import { Button } from '#ui/button';
import { Card } from '#ui/card';
import { Notice } from '#ui/notice';
import { TextLink } from '#ui/text-link';
import { ExportDialog } from './export-dialog';
import { ImportRow } from './import-row';
import { MergeRow } from './merge-row';
import { SettingRow } from './setting-row';
import css from './settings.module.css';

type SyncedProps = { readonly by: SyncService; readonly onExport: () => void };

/** What can go wrong where a service copies the journal's folder, and what to keep there instead. */
const SyncedNotice = ({ by, onExport }: SyncedProps) => {
  const { t } = useTranslation();
  const service = t(`syncServices.${by}`);
  return (
    <div className={css.notice}>
      <Notice
        icon={CloudAlert}
        tone="dawn"
        action={
          <Button variant="ghost" onPress={onExport}>
            {t('settings.data.syncedExport')}
          </Button>
        }
      >
        <p>{t('settings.data.synced', { service })}</p>
        <p>{t('settings.data.syncedNext', { service })}</p>
      </Notice>
    </div>
  );
};

/** The way out with everything, and where the way in is. */
export const DataSection = () => {
  const { t } = useTranslation();
  const [exporting, setExporting] = useState(false);
  const { data: status } = useCallQuery('vault.status', {});
  const synced = status?.state === 'open' ? status.synced : null;
  return (
    <Card title={t('settings.data.title')}>
      {synced !== null && <SyncedNotice by={synced.by} onExport={() => setExporting(true)} />}
      <SettingRow title={t('settings.data.export')} more={t('settings.data.exportMore')}>
        <Button variant="soft" onPress={() => setExporting(true)}>
          {t('settings.data.exportButton')}
        </Button>
      </SettingRow>
      <MergeRow />
      <ImportRow />
      <SettingRow title={t('settings.data.restore')} more={t('settings.data.restoreMore')} />
      <SettingRow title={t('settings.data.deleted')} more={t('settings.data.deletedMore')}>
        <TextLink href="/deleted">{t('settings.data.deletedLink')}</TextLink>
      </SettingRow>
      {exporting && <ExportDialog onClose={() => setExporting(false)} />}
    </Card>
  );
};
