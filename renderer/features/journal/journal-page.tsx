import { useTranslation } from 'react-i18next';
import { Page } from '#ui/page';

export const JournalPage = () => {
  const { t } = useTranslation();
  return <Page title={t('journal.title')}>{null}</Page>;
};
