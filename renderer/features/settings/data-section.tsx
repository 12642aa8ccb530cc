import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/button';
import { Card } from '#ui/card';
import { ExportDialog } from './export-dialog';
import { RecentlyDeleted } from './recently-deleted';
import { SettingRow } from './setting-row';

/** The way out with everything, and where the way in is. */
export const DataSection = () => {
  const { t } = useTranslation();
  const [exporting, setExporting] = useState(false);
  return (
    <Card title={t('settings.data.title')}>
      <SettingRow title={t('settings.data.export')} more={t('settings.data.exportMore')}>
        <Button variant="soft" onPress={() => setExporting(true)}>
          {t('settings.data.exportButton')}
        </Button>
      </SettingRow>
      <SettingRow title={t('settings.data.restore')} more={t('settings.data.restoreMore')} />
      <RecentlyDeleted />
      {exporting && <ExportDialog onClose={() => setExporting(false)} />}
    </Card>
  );
};
