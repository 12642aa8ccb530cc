import { useTranslation } from 'react-i18next';
import { Button } from '#ui/button';
import { ErrorState } from '#ui/error-state';
import type { SaveState } from './autosave';
import css from './entry.module.css';

/** Whether the words are on the disk, and how many there are. Says "Saved" only when they are. */
export const EntryStatus = ({ state, wordCount }: { readonly state: SaveState; readonly wordCount: number }) => {
  const { t } = useTranslation();
  if (state.kind === 'untouched') return null;
  const word = state.kind === 'saved' ? t('ui.saved') : t(`journal.status.${state.kind}`);
  return (
    <span className={css.status} data-state={state.kind}>
      {word} · {t('journal.words', { count: wordCount })}
    </span>
  );
};

type Props = {
  readonly state: SaveState;
  readonly onRetry: () => void;
  readonly onKeepAsOwn: () => void;
};

/** What to do when the words could not be written. They stay on the screen. */
export const SaveProblem = ({ state, onRetry, onKeepAsOwn }: Props) => {
  const { t } = useTranslation();
  if (state.kind !== 'failed') return null;
  return (
    <div className={css.problem}>
      <ErrorState code={state.code} onRetry={onRetry}>
        <p>{t('journal.stillHere')}</p>
        {(state.code === 'CONFLICT' || state.code === 'NOT_FOUND') && (
          <Button onPress={onKeepAsOwn}>{t('journal.keepAsOwn')}</Button>
        )}
      </ErrorState>
    </div>
  );
};
