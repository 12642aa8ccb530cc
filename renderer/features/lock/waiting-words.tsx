import { useTranslation } from 'react-i18next';
import { useCallQuery } from '#lib/query-client';
import { Notice } from '#ui/notice';

type Props = {
  /** The journal can be opened; else it has to be brought back first. */
  readonly isOpenable: boolean;
};

/** That words are kept in memory which could not be written before the journal was locked; nothing where there are none. */
export const WaitingWords = ({ isOpenable }: Props) => {
  const { t } = useTranslation();
  const { data: isWaiting = false } = useCallQuery('unsaved.waiting', {});
  return isWaiting ? <Notice tone="dawn">{t(isOpenable ? 'unsaved.locked' : 'unsaved.lockedDamaged')}</Notice> : null;
};
