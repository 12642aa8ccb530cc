import { useTranslation } from 'react-i18next';
import { isolated } from '#lib/bidi';
import { useFeelingWord } from '#lib/feeling-words';
import { useStore } from '#lib/store';
import { Button } from '#ui/button';
import { FeelingsField } from '#ui/feelings-field';
import { Popover } from '#ui/popover';
import css from './entry.module.css';
import type { EntrySession } from './entry-session';

/** The feelings put on an entry, in words, and the way to change them. */
export const EntryFeelings = ({ session }: { readonly session: EntrySession }) => {
  const { t } = useTranslation();
  const wordOf = useFeelingWord();
  const { feelings } = useStore(session.fields);
  const words = feelings.map(wordOf);
  const name = words.length === 0 ? undefined : t('journal.feelings', { feelings: words.join(', ') });
  const trigger = (
    <Button variant="quiet" aria-label={name}>
      <span className={css.feelings}>{words.map(isolated).join(', ') || t('journal.addFeelings')}</span>
    </Button>
  );
  return (
    <Popover label={t('feelingsField.label')} trigger={trigger}>
      <FeelingsField selected={feelings} onChange={(next) => session.change({ feelings: next })} />
    </Popover>
  );
};
