import { useTranslation } from 'react-i18next';
import { systemZone, useToday } from '#lib/today';
import { Button } from '#ui/button';
import { MomentField } from '#ui/moment-field';
import css from './check-in.module.css';

type Props = {
  /** null is now. */
  readonly at: number | null;
  readonly onChange: (at: number | null) => void;
};

/** When a new check-in was: now, or a time that is past. */
export const WhenField = ({ at, onChange }: Props) => {
  const { t } = useTranslation();
  const today = useToday();
  return (
    <div className={css.row}>
      <span className={css.label}>{t('today.checkIn.when')}</span>
      {at === null ? (
        <div className={css.now}>
          <span>{t('today.checkIn.now')}</span>
          <Button variant="quiet" onPress={() => onChange(Date.now())}>
            {t('today.checkIn.earlier')}
          </Button>
        </div>
      ) : (
        <div className={css.when}>
          <MomentField label={t('today.checkIn.when')} at={at} zone={systemZone()} maxDay={today} onChange={onChange} />
          <Button variant="quiet" onPress={() => onChange(null)}>
            {t('today.checkIn.backToNow')}
          </Button>
        </div>
      )}
    </div>
  );
};
