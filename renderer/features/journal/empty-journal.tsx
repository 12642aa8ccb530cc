import { useTranslation } from 'react-i18next';
import { Button } from '#ui/button';
import { EmptyState } from '#ui/empty-state';

/** A journal with nothing in it yet. */
export const EmptyJournal = ({ onNew }: { readonly onNew: () => void }) => {
  const { t } = useTranslation();
  return <EmptyState action={<Button onPress={onNew}>{t('journal.begin')}</Button>}>{t('journal.empty')}</EmptyState>;
};
