import { useTranslation } from 'react-i18next';
import { Button } from '#ui/button';
import { EmptyState } from '#ui/empty-state';

type Props = {
  /** How many entries lie among what was recently deleted. */
  readonly deleted: number;
  readonly onNew: () => void;
};

/** A journal with nothing in it yet, or nothing any more. */
export const EmptyJournal = ({ deleted, onNew }: Props) => {
  const { t } = useTranslation();
  const isNew = deleted === 0;
  return (
    <EmptyState action={<Button onPress={onNew}>{t(isNew ? 'journal.begin' : 'journal.beginAgain')}</Button>}>
      {t(isNew ? 'journal.empty' : 'journal.allDeleted')}
    </EmptyState>
  );
};
