import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { CheckOffer as Offer } from '#core/check-offer';
import { requestIntent } from '#lib/intents';
import { useCommand } from '#lib/query-client';
import { tellFailure } from '#lib/tell-failure';
import { Button } from '#ui/button';
import { Notice } from '#ui/notice';
import css from './today-page.module.css';

/** One offer for both, every three months at most: to see whether what one would need in bad times is in order. */
export const CheckOffer = ({ offer: { backup, key } }: { readonly offer: Offer }) => {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const putAside = useCommand('vault.putCheckOfferAside');
  const lead = (to: 'backups' | 'security') => (): void => {
    navigate('/settings');
    requestIntent(to);
  };
  const ways = (
    <div className={css.ways}>
      {backup && (
        <Button variant="quiet" onPress={lead('backups')}>
          {t('today.notices.toBackup')}
        </Button>
      )}
      {key && (
        <Button variant="quiet" onPress={lead('security')}>
          {t('today.notices.toKey')}
        </Button>
      )}
      <Button
        variant="quiet"
        isPending={putAside.isPending}
        onPress={() => putAside.mutate({}, { onError: ({ code }) => tellFailure(code) })}
      >
        {t('today.notices.notNow')}
      </Button>
    </div>
  );
  const words = backup && key ? 'checkBoth' : backup ? 'checkBackup' : 'checkKey';
  return (
    <Notice icon={ShieldCheck}>
      <p>{t(`today.notices.${words}`)}</p>
      {ways}
    </Notice>
  );
};
