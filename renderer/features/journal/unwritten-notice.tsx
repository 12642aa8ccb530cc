import { useTranslation } from 'react-i18next';
import { useStore } from '#lib/store';
import { Notice } from '#ui/notice';
import { TextLink } from '#ui/text-link';
import css from './list.module.css';
import { unwritten } from './sessions';

/** Says so when the words of an entry that is not in sight could not be written yet. */
export const UnwrittenNotice = ({ openId }: { readonly openId: string | null }) => {
  const { t } = useTranslation();
  const [id] = useStore(unwritten).filter((other) => other !== openId);
  if (id === undefined) return null;
  return (
    <div className={css.notice} role="status">
      <Notice tone="dawn" action={<TextLink href={`/journal/${id}`}>{t('journal.unwritten.show')}</TextLink>}>
        {t('journal.unwritten.words')}
      </Notice>
    </div>
  );
};
