import { useTranslation } from 'react-i18next';
import { useCommand } from '#lib/query-client';
import { Button } from './button';
import { ErrorState } from './error-state';
import type { Replaced } from './recovery-key';

type Props = { readonly replaces: Replaced; readonly onDone: () => void };

/** Drops the new recovery key that is on the screen: the one before it goes on opening the journal. */
export const StayWithOldKey = ({ replaces, onDone }: Props) => {
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
        {t(`recoveryKey.replaces.${replaces}.leave`)}
      </Button>
    </>
  );
};
