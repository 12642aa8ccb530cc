import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '#lib/announce';
import type { CallError } from '#lib/client';
import { mistypedGroups } from '#lib/mistyped-groups';
import { PassphraseField } from './passphrase-field';

type Props = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What came of the last try; the groups it names are said at the field. */
  readonly error: CallError | null;
  readonly hideLabel?: boolean;
  readonly large?: boolean;
};

/** A whole recovery key, typed from paper or file. Shown as it is typed, since it is compared with the paper. */
export const RecoveryKeyField = ({ value, onChange, error, hideLabel, large }: Props) => {
  const { t } = useTranslation();
  const mistyped = mistypedGroups(error?.fields);
  useEffect(() => {
    if (error !== null && mistyped !== undefined) announce(mistyped);
  }, [error, mistyped]);
  return (
    <PassphraseField
      label={t('recoveryKey.key')}
      hideLabel={hideLabel}
      large={large}
      autoFocus
      shown
      description={t('recoveryKey.hint')}
      error={mistyped}
      value={value}
      onChange={onChange}
    />
  );
};
