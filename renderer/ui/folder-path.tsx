import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { call } from '#lib/client';
import { showToast } from '#lib/toasts';
import css from './folder-path.module.css';
import { IconButton } from './icon-button';

/** Where a journal lies on the disk, to be read and copied. */
export const FolderPath = ({ folder }: { readonly folder: string }) => {
  const { t } = useTranslation();
  const copy = async (): Promise<void> => {
    const copied = await call('shell.copy', { text: folder });
    if (copied.ok) showToast({ text: t('ui.copied') });
  };
  return (
    <div className={css.folder}>
      <div className={css.path}>
        <div className={css.label}>{t('lock.folder')}</div>
        {folder}
      </div>
      <IconButton name={t('lock.copyFolder')} icon={Copy} onPress={() => void copy()} />
    </div>
  );
};
