import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#core/errors';
import { useCallQuery } from '#lib/query-client';
import { Button } from '#ui/button';
import { ErrorState } from '#ui/error-state';
import { QuietScreen } from '#ui/quiet-screen';
import css from './lock-screen.module.css';
import type { RecoveryWays } from './recovery-ways';

type Props = RecoveryWays & {
  /** There is no backup, none that is whole, or no key file at all. */
  readonly reason: 'none' | 'damaged' | 'damaged-there' | 'no-key';
  /** Why what can still be read could not be looked at. */
  readonly salvageProblem?: ErrorCode | null;
};

/** Nothing on this computer brings the journal back; what else may. */
export const NoWayBack = ({ reason, salvageProblem = null, note, onBack, onRestore, onElsewhere }: Props) => {
  const { t } = useTranslation();
  const { data: second = null } = useCallQuery('recovery.secondFolder', {}, { alwaysAsks: true });
  return (
    <QuietScreen title={t(`recovery.noWay.${reason}.title`)} note={note}>
      {salvageProblem !== null && <ErrorState code={salvageProblem} place="salvage" onRetry={onBack} />}
      <div className={css.facts}>
        <p>{t(`recovery.noWay.${reason}.happened`)}</p>
        <p>{t(`recovery.noWay.${reason}.safe`)}</p>
        {second !== null && (
          <p>{t(second.present ? 'elsewhere.known' : 'elsewhere.knownAway', { folder: second.folder })}</p>
        )}
        <p className={css.next}>{t('recovery.noWay.export')}</p>
        <p className={css.next}>{t('recovery.noWay.copy')}</p>
      </div>
      <div className={css.actions}>
        {onElsewhere !== null && (
          <Button wide onPress={onElsewhere}>
            {t(second === null ? 'elsewhere.look' : 'elsewhere.lookKnown')}
          </Button>
        )}
        <Button variant={onElsewhere === null ? 'primary' : 'soft'} wide onPress={onRestore}>
          {t('lock.restoreExport')}
        </Button>
        <Button variant="quiet" wide onPress={onBack}>
          {t('ui.back')}
        </Button>
      </div>
    </QuietScreen>
  );
};
