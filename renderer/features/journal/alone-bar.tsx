import { Minimize2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#ui/icon-button';
import { VisuallyHidden } from '#ui/visually-hidden';
import css from './entry.module.css';
import type { EntrySession } from './entry-session';
import { SaveStatus } from './save-words';

type Props = { readonly session: EntrySession; readonly onLeave: () => void };

/** All there is around the words in focus: how their saving stands, and the way back. */
export const AloneBar = ({ session, onLeave }: Props) => {
  const { t } = useTranslation();
  return (
    <div className={css.aloneBar}>
      {/* The list's own is out of sight with it. */}
      <h1>
        <VisuallyHidden>{t('journal.title')}</VisuallyHidden>
      </h1>
      <SaveStatus session={session} />
      <IconButton
        name={t('journal.alone.leave')}
        keys={t('journal.alone.leaveKeys')}
        icon={Minimize2}
        onPress={onLeave}
      />
    </div>
  );
};
