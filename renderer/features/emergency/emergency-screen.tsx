import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Button } from '#ui/button';
import css from './emergency.module.css';
import { EmergencyView } from './emergency-page';

/** Help while the journal is locked or not yet made: the same card, without anything personal. */
export const EmergencyScreen = () => {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  return (
    <div className={css.screen} data-prints-itself>
      <div className={css.bar}>
        <Button variant="quiet" icon={ArrowLeft} onPress={() => navigate('/', { replace: true })}>
          {t('emergency.back')}
        </Button>
      </div>
      <main className={css.main}>
        <EmergencyView people={[]} onOwnNumbers={null} />
      </main>
    </div>
  );
};
