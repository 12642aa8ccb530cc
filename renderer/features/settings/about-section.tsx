import { Copy } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '#lib/client';
import { useCallQuery } from '#lib/query-client';
import { showToast } from '#lib/toasts';
import { Card } from '#ui/card';
import { IconButton } from '#ui/icon-button';
import { SettingRow } from './setting-row';
import css from './settings.module.css';

/** Versions, where the files lie, the sandbox, licences, and the sources of what Ebb says about health. */
export const AboutSection = ({ sources }: { readonly sources: ReactNode }) => {
  const { t } = useTranslation();
  const about = useCallQuery('shell.about', {}).data;
  const copy = async (text: string): Promise<void> => {
    const copied = await call('shell.copy', { text });
    if (copied.ok) showToast({ text: t('ui.copied') });
  };
  return (
    <Card title={t('settings.about.title')}>
      {about !== undefined && (
        <>
          <SettingRow
            title={t('settings.about.version', { version: about.version })}
            more={
              <>
                {t('settings.about.runtime', {
                  electron: about.electron,
                  chromium: about.chromium,
                  node: about.node,
                })}
                <br />
                {t(about.sandboxed ? 'settings.about.sandboxed' : 'settings.about.notSandboxed')}
              </>
            }
          />
          <SettingRow
            title={t('settings.about.folder')}
            more={
              <span className={css.path}>
                {about.journalFolder}
                <IconButton
                  name={t('settings.about.copyFolder')}
                  icon={Copy}
                  small
                  onPress={() => void copy(about.journalFolder)}
                />
              </span>
            }
          />
        </>
      )}
      <SettingRow
        title={t('settings.about.licence')}
        more={
          <>
            {t('settings.about.licenceText')}
            <br />
            {t('settings.about.parts')} {t('settings.about.partsList')}
          </>
        }
      />
      <SettingRow title={t('settings.about.sources')} more={sources} />
    </Card>
  );
};
