import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecoveryKeyOffer } from '#core/vault-status';
import { useSingleCommand } from '#lib/query-client';
import { Button } from './button';
import { ErrorState } from './error-state';
import css from './recovery-key.module.css';
import { TextField } from './text-field';

type Props = {
  readonly offer: Pick<RecoveryKeyOffer, 'prove'>;
  readonly onProven: () => void;
  readonly onShowAgain?: () => void;
  readonly onLater?: () => void;
};

/** Two groups of the key typed back from paper or file, so that a copy is known to exist and to be right. */
export const ProveRecoveryKey = ({ offer, onProven, onShowAgain, onLater }: Props) => {
  const { t } = useTranslation();
  const [groups, setGroups] = useState<readonly string[]>(offer.prove.map(() => ''));
  const [mismatch, setMismatch] = useState(false);
  const prove = useSingleCommand('vault.proveRecoveryKey');
  const submit = (): void => {
    const input = { groups: groups.map((group) => group.trim()) };
    prove.mutate(input, { onSuccess: (matches) => (matches ? onProven() : setMismatch(true)) });
  };
  const change = (place: number, text: string): void => {
    setMismatch(false);
    setGroups(groups.map((group, index) => (index === place ? text : group)));
  };
  return (
    <form
      className={css.column}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2 className={css.heading}>{t('recoveryKey.proveTitle')}</h2>
      <p>{t('recoveryKey.proveLead')}</p>
      <div className={css.fields}>
        {offer.prove.map((place, index) => (
          <TextField
            key={place}
            label={t('recoveryKey.group', { number: place + 1 })}
            value={groups[index] ?? ''}
            onChange={(text) => change(index, text)}
            autoFocus={index === 0}
            autoComplete="off"
            spellCheck="false"
            maxLength={40}
          />
        ))}
      </div>
      {mismatch && (
        <p className={css.mismatch} role="alert">
          {t('recoveryKey.mismatch')}
        </p>
      )}
      {prove.error !== null && <ErrorState code={prove.error.code} />}
      <Button type="submit" wide isPending={prove.isPending} isDisabled={groups.some((group) => group.trim() === '')}>
        {t('recoveryKey.prove')}
      </Button>
      <div className={css.ends}>
        {onShowAgain !== undefined && (
          <Button variant="quiet" onPress={onShowAgain}>
            {t('recoveryKey.showAgain')}
          </Button>
        )}
        {onLater !== undefined && (
          <Button variant="quiet" onPress={onLater}>
            {t('recoveryKey.later')}
          </Button>
        )}
      </div>
    </form>
  );
};
