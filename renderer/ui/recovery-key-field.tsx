import { type KeyboardEvent, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireError } from '#core/result';
import { announce } from '#lib/announce';
import { mistypedGroups } from '#lib/mistyped-groups';
import { TextArea } from './text-field';

type Props = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What came of the last try; the groups it names are said at the field. */
  readonly error: WireError | null;
};

/** Enter sends the form, as it does from a field of one line; a key has no lines of its own. */
const sendOnEnter = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
};

/** A whole recovery key, typed from paper or file. Two lines, and shown, so that all of it can be compared with the paper. */
export const RecoveryKeyField = ({ value, onChange, error }: Props) => {
  const { t } = useTranslation();
  const mistyped = mistypedGroups(error?.fields);
  useEffect(() => {
    if (error !== null && mistyped !== undefined) announce(mistyped);
  }, [error, mistyped]);
  return (
    <TextArea
      label={t('recoveryKey.key')}
      rows={2}
      autoFocus
      autoComplete="off"
      maxLength={1024}
      description={t('recoveryKey.hint')}
      error={mistyped}
      value={value}
      onChange={onChange}
      onKeyDown={sendOnEnter}
    />
  );
};
