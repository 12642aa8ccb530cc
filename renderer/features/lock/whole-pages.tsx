import { useTranslation } from 'react-i18next';
import { useSingleCommand } from '#lib/query-client';
import { Button } from '#ui/button';
import { ErrorState } from '#ui/error-state';
import { QuietScreen } from '#ui/quiet-screen';
import css from './lock-screen.module.css';
import type { RecoveryWays } from './recovery-ways';

type Props = RecoveryWays & {
  /** To the backups all the same; null where there are none. */
  readonly onBackup: (() => void) | null;
};

/** Every page is whole: the key files are written anew, or opening it is tried again. */
export const WholePages = ({ keysLost, note, onBack, onRetry, onRecovered, onBackup }: Props) => {
  const { t } = useTranslation();
  const mend = useSingleCommand('recovery.mendHeader');
  const mendKeys = (): void => mend.mutate({}, { onSuccess: () => void onRecovered(t('recovery.mended')) });
  return (
    <QuietScreen title={t('recovery.whole')} lead={t(keysLost ? 'recovery.onlyKeys' : 'recovery.noDamage')} note={note}>
      <div className={css.actions}>
        {keysLost ? (
          <Button wide isPending={mend.isPending || mend.isSuccess} onPress={mendKeys}>
            {t('recovery.mend')}
          </Button>
        ) : (
          <Button wide onPress={onRetry}>
            {t('recovery.open')}
          </Button>
        )}
        {mend.error !== null && <ErrorState code={mend.error.code} place="bringBack" />}
        {!keysLost && onBackup !== null && (
          <Button variant="quiet" wide onPress={onBackup}>
            {t('recovery.backupInstead')}
          </Button>
        )}
        <Button variant="quiet" wide onPress={onBack}>
          {t('ui.back')}
        </Button>
      </div>
    </QuietScreen>
  );
};
