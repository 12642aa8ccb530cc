import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireError } from '#core/result';
import type { ErrorPlace } from '#lib/error-words';
import { AttemptError } from '#ui/attempt-error';
import { Button } from '#ui/button';
import { PassphraseField } from '#ui/passphrase-field';
import { RecoveryKeyField } from '#ui/recovery-key-field';
import css from './lock-screen.module.css';

/** What a journal is opened with. */
export type Means = 'passphrase' | 'recovery-key';

type Props = {
  readonly means: Means;
  readonly submitLabel: string;
  readonly isPending: boolean;
  /** What came of the last try. */
  readonly error: WireError | null;
  /** Whole seconds until the next try; 0 when there is nothing to wait for. */
  readonly seconds: number;
  readonly place?: ErrorPlace;
  /** The recovery key was changed: what was said about it holds no more. */
  readonly onRetype: () => void;
  readonly onSubmit: (secret: string) => void;
};

/** One secret and a button. After many tries it waits, and says how long. */
export const SecretForm = ({ means, submitLabel, isPending, error, seconds, place, onRetype, onSubmit }: Props) => {
  const { t } = useTranslation();
  const [secret, setSecret] = useState('');
  const retype = (text: string): void => {
    setSecret(text);
    onRetype();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isPending && seconds === 0 && secret !== '') onSubmit(secret);
  };
  return (
    <form className={css.form} onSubmit={submit}>
      {means === 'recovery-key' ? (
        <RecoveryKeyField value={secret} onChange={retype} error={error} />
      ) : (
        <PassphraseField label={t('lock.passphrase')} hideLabel large autoFocus value={secret} onChange={setSecret} />
      )}
      <AttemptError error={error} seconds={seconds} place={place} />
      <Button type="submit" wide isPending={isPending} isDisabled={seconds > 0}>
        {submitLabel}
      </Button>
    </form>
  );
};

type OtherProps = { readonly means: Means; readonly onChange: (means: Means) => void };

/** The way from the one to the other. */
export const OtherMeans = ({ means, onChange }: OtherProps) => {
  const { t } = useTranslation();
  const other = means === 'passphrase' ? 'recovery-key' : 'passphrase';
  return (
    <Button variant="quiet" onPress={() => onChange(other)}>
      {t(other === 'passphrase' ? 'lock.usePassphrase' : 'lock.useRecoveryKey')}
    </Button>
  );
};
