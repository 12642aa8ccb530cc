import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type VaultProblem, vaultProblem } from '#core/vault-status';
import type { CallError } from '#lib/client';
import { useWait } from '#lib/countdown';
import { useSingleCommand } from '#lib/query-client';
import { AttemptError } from '#ui/attempt-error';
import { Button } from '#ui/button';
import { PassphraseField } from '#ui/passphrase-field';
import { RecoveryKeyField } from '#ui/recovery-key-field';
import css from './lock-screen.module.css';

export type UnlockMeans = 'passphrase' | 'recovery-key';

type Props = {
  readonly means: UnlockMeans;
  /** The key was tried and something stands in the way of opening that another try will not change. */
  readonly onProblem: (problem: VaultProblem) => void;
};

const useUnlock = (means: UnlockMeans) => {
  const byPassphrase = useSingleCommand('vault.unlock');
  const byRecoveryKey = useSingleCommand('vault.unlockWithRecoveryKey');
  const unlock = (secret: string, onError: (error: CallError) => void): void => {
    if (means === 'passphrase') byPassphrase.mutate({ passphrase: secret }, { onError });
    else byRecoveryKey.mutate({ recoveryKey: secret }, { onError });
  };
  return { unlock, isPending: byPassphrase.isPending || byRecoveryKey.isPending };
};

/** One secret and a button. After many tries it waits, and says how long. */
export const UnlockForm = ({ means, onProblem }: Props) => {
  const { t } = useTranslation();
  const { unlock, isPending } = useUnlock(means);
  const [secret, setSecret] = useState('');
  const [error, setError] = useState<CallError | null>(null);
  const wait = useWait();
  const onError = (failure: CallError): void => {
    const problem = vaultProblem.safeParse(failure.code);
    if (problem.success) onProblem(problem.data);
    setError(failure);
    wait.begin(failure);
  };
  const retype = (text: string): void => {
    setSecret(text);
    setError(null);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isPending || wait.seconds > 0 || secret === '') return;
    setError(null);
    unlock(secret, onError);
  };
  return (
    <form className={css.form} onSubmit={submit}>
      {means === 'recovery-key' ? (
        <RecoveryKeyField hideLabel value={secret} onChange={retype} error={error} />
      ) : (
        <PassphraseField label={t('lock.passphrase')} hideLabel large autoFocus value={secret} onChange={setSecret} />
      )}
      <AttemptError error={error} seconds={wait.seconds} />
      <Button type="submit" wide isPending={isPending} isDisabled={wait.seconds > 0}>
        {t('lock.unlock')}
      </Button>
    </form>
  );
};
