import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/button';
import css from './entry.module.css';

/** The way back to the list, where the list is not beside the entry. */
export const BackButton = ({ onPress }: { readonly onPress: () => void }) => {
  const { t } = useTranslation();
  return (
    <div className={css.back}>
      <Button variant="quiet" icon={ArrowLeft} onPress={onPress}>
        {t('journal.backToList')}
      </Button>
    </div>
  );
};
