import { useTranslation } from 'react-i18next';
import { useCommand } from '#lib/query-client';
import { Button } from './button';
import { ErrorState } from './error-state';

/** Drops the new recovery key that is on the screen: the one before it goes on opening the journal. */
export const StayWithOldKey = ({ onDone }: { readonly onDone: () => void }) => {
  const { t } = useTranslation();
  const settle = useCommand('vault.settleRecoveryKey');
  return (
    <>
      {settle.error !== null && <ErrorState code={settle.error.code} />}
      <Button
        variant="quiet"
        isPending={settle.isPending}
        onPress={() => settle.mutate({ keep: false }, { onSuccess: onDone })}
      >
        {t('recoveryKey.stay')}
      </Button>
    </>
  );
};
