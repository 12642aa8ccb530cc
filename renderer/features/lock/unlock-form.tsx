import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type VaultProblem, vaultProblem } from '#core/vault-status';
import type { CallError } from '#lib/client';
import { useWait } from '#lib/countdown';
import { useSingleCommand } from '#lib/query-client';
import { type Means, SecretForm } from './secret-form';

type Props = {
  readonly means: Means;
  /** The key was tried and something stands in the way of opening that another try will not change. */
  readonly onProblem: (problem: VaultProblem) => void;
};

const useUnlock = (means: Means) => {
  const byPassphrase = useSingleCommand('vault.unlock');
  const byRecoveryKey = useSingleCommand('vault.unlockWithRecoveryKey');
  const unlock = (secret: string, onError: (error: CallError) => void): void => {
    if (means === 'passphrase') byPassphrase.mutate({ passphrase: secret }, { onError });
    else byRecoveryKey.mutate({ recoveryKey: secret }, { onError });
  };
  return { unlock, isPending: byPassphrase.isPending || byRecoveryKey.isPending };
};

/** Opens the journal with one of its secrets. */
export const UnlockForm = ({ means, onProblem }: Props) => {
  const { t } = useTranslation();
  const { unlock, isPending } = useUnlock(means);
  const [error, setError] = useState<CallError | null>(null);
  const wait = useWait();
  const onError = (failure: CallError): void => {
    const problem = vaultProblem.safeParse(failure.code);
    if (problem.success) onProblem(problem.data);
    setError(failure);
    wait.begin(failure);
  };
  const submit = (secret: string): void => {
    setError(null);
    unlock(secret, onError);
  };
  return (
    <SecretForm
      means={means}
      submitLabel={t('lock.unlock')}
      isPending={isPending}
      error={error}
      seconds={wait.seconds}
      onRetype={() => setError(null)}
      onSubmit={submit}
    />
  );
};
