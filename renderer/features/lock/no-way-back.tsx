import { useTranslation } from 'react-i18next';
import { Button } from '#ui/button';
import { QuietScreen } from '#ui/quiet-screen';
import css from './lock-screen.module.css';
import type { RecoveryWays } from './recovery-ways';

type Props = RecoveryWays & {
  /** There is no backup, none that is whole, or no key file at all. */
  readonly reason: 'none' | 'damaged' | 'no-key';
};

/** Nothing on this computer brings the journal back; what else may. */
export const NoWayBack = ({ reason, note, onBack, onRestore }: Props) => {
  const { t } = useTranslation();
  return (
    <QuietScreen title={t(`recovery.noWay.${reason}.title`)} note={note}>
      <div className={css.facts}>
        <p>{t(`recovery.noWay.${reason}.happened`)}</p>
        <p>{t(`recovery.noWay.${reason}.safe`)}</p>
        <p className={css.next}>{t('recovery.noWay.export')}</p>
        <p className={css.next}>{t('recovery.noWay.copy')}</p>
      </div>
      <div className={css.actions}>
        <Button wide onPress={onRestore}>
          {t('lock.restoreExport')}
        </Button>
        <Button variant="quiet" wide onPress={onBack}>
          {t('ui.back')}
        </Button>
      </div>
    </QuietScreen>
  );
};
