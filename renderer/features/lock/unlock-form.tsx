import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type VaultProblem, vaultProblem } from '#core/vault-status';
import type { CallError } from '#lib/client';
import { useCountdown } from '#lib/countdown';
import { useSingleCommand } from '#lib/query-client';
import { Button } from '#ui/button';
import { ErrorState } from '#ui/error-state';
import { PassphraseField } from '#ui/passphrase-field';
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
  const [waitUntil, setWaitUntil] = useState<number | null>(null);
  const seconds = useCountdown(waitUntil);
  const onError = (failure: CallError): void => {
    const problem = vaultProblem.safeParse(failure.code);
    if (problem.success) onProblem(problem.data);
    setError(failure);
    if (failure.waitMs !== undefined) setWaitUntil(Date.now() + failure.waitMs);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isPending || seconds > 0 || secret === '') return;
    setError(null);
    unlock(secret, onError);
  };
  const byKey = means === 'recovery-key';
  return (
    <form className={css.form} onSubmit={submit}>
      <PassphraseField
        label={t(byKey ? 'lock.recoveryKey' : 'lock.passphrase')}
        hideLabel
        large
        autoFocus
        shown={byKey}
        description={byKey ? t('lock.recoveryKeyHint') : undefined}
        value={secret}
        onChange={setSecret}
      />
      {error !== null && <ErrorState code={error.code} />}
      {seconds > 0 && <p className={css.wait}>{t('lock.wait', { count: seconds })}</p>}
      <Button type="submit" wide isPending={isPending} isDisabled={seconds > 0}>
        {t('lock.unlock')}
      </Button>
    </form>
  );
};
