import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecoveryKeyOffer } from '#core/vault-status';
import { announce } from '#lib/announce';
import { useSingleCommand } from '#lib/query-client';
import { Button } from './button';
import { ErrorState } from './error-state';
import type { Replaced } from './recovery-key';
import css from './recovery-key.module.css';
import { TextField } from './text-field';

type Props = {
  readonly offer: Pick<RecoveryKeyOffer, 'prove'>;
  readonly replaces: Replaced | undefined;
  /** The key is proven, or was kept to be checked another day. */
  readonly onDone: () => void;
  readonly onShowAgain: () => void;
};

const useProof = (offer: Props['offer'], onDone: () => void) => {
  const { t } = useTranslation();
  const [groups, setGroups] = useState<readonly string[]>(offer.prove.map(() => ''));
  const [mismatched, setMismatched] = useState<readonly number[]>([]);
  const prove = useSingleCommand('vault.proveRecoveryKey');
  const settle = useSingleCommand('vault.settleRecoveryKey');
  const wordsFor = (place: number): string => t('recoveryKey.mismatch', { number: place + 1 });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const input = { groups: groups.map((group) => group.trim()) };
    prove.mutate(input, {
      onSuccess: (proof) => {
        setMismatched(proof.mismatched);
        if (proof.mismatched.length === 0) onDone();
        else announce(proof.mismatched.map(wordsFor).join(' '));
      },
    });
  };
  const change = (index: number, text: string): void => {
    setMismatched(mismatched.filter((place) => place !== offer.prove[index]));
    setGroups(groups.map((group, other) => (other === index ? text : group)));
  };
  return {
    groups,
    change,
    submit,
    errorAt: (place: number): string | undefined => (mismatched.includes(place) ? wordsFor(place) : undefined),
    later: (): void => settle.mutate({ keep: true }, { onSuccess: onDone }),
    isPending: prove.isPending || settle.isPending,
    error: prove.error ?? settle.error,
  };
};

/** Two groups of the key typed back from paper or file, so that a copy is known to exist and to be right. */
export const ProveRecoveryKey = ({ offer, replaces, onDone, onShowAgain }: Props) => {
  const { t } = useTranslation();
  const proof = useProof(offer, onDone);
  return (
    <form className={css.column} onSubmit={proof.submit}>
      <h2 className={css.heading}>{t('recoveryKey.proveTitle')}</h2>
      <p>
        {t('recoveryKey.proveLead')} {replaces !== undefined && t(`recoveryKey.replaces.${replaces}.ends`)}
      </p>
      <div className={css.fields}>
        {offer.prove.map((place, index) => (
          <TextField
            key={place}
            label={t('recoveryKey.group', { number: place + 1 })}
            value={proof.groups[index] ?? ''}
            onChange={(text) => proof.change(index, text)}
            error={proof.errorAt(place)}
            autoFocus={index === 0}
            autoComplete="off"
            spellCheck="false"
            maxLength={40}
          />
        ))}
      </div>
      {proof.error !== null && <ErrorState code={proof.error.code} />}
      <Button
        type="submit"
        wide
        isPending={proof.isPending}
        isDisabled={proof.groups.some((group) => group.trim() === '')}
      >
        {t('recoveryKey.prove')}
      </Button>
      <div className={css.ends}>
        <Button variant="quiet" onPress={onShowAgain}>
          {t('recoveryKey.showAgain')}
        </Button>
        <Button variant="quiet" isPending={proof.isPending} onPress={proof.later}>
          {t('recoveryKey.later')}
        </Button>
      </div>
    </form>
  );
};
