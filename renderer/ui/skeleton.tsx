import { useTranslation } from 'react-i18next';
import css from './skeleton.module.css';
import { VisuallyHidden } from './visually-hidden';

/** What stands where something is being fetched: nothing at first, then still grey lines. */
export const Skeleton = ({ lines = 3 }: { readonly lines?: number }) => {
  const { t } = useTranslation();
  return (
    <div className={css.skeleton} aria-busy="true">
      <VisuallyHidden>{t('ui.loading')}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are all alike.
        <div key={line} className={css.line} />
      ))}
    </div>
  );
};
