import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWait } from '#lib/countdown';
import { isUnderWay, useSingleCommand } from '#lib/query-client';
import { showToast } from '#lib/toasts';
import { AttemptError } from '#ui/attempt-error';
import { Dialog } from '#ui/dialog';
import { NewPassphrase } from '#ui/new-passphrase';
import { PassphraseField } from '#ui/passphrase-field';

type Props = {
  /** The journal was opened with the recovery key, so the old passphrase may be unknown. */
  readonly withoutCurrent: boolean;
  readonly onClose: () => void;
};

/** The old passphrase, and a new one typed twice. */
export const ChangePassphrase = ({ withoutCurrent, onClose }: Props) => {
  const { t } = useTranslation();
  const [current, setCurrent] = useState('');
  const change = useSingleCommand('vault.changePassphrase');
  const wait = useWait();
  const submit = (next: string): void => {
    if (wait.seconds > 0) return;
    change.mutate(
      { current: withoutCurrent ? null : current, next },
      {
        onError: wait.begin,
        onSuccess: () => {
          showToast({ text: t('settings.security.changed') });
          onClose();
        },
      },
    );
  };
  const close = (): void => {
    // Escape may come before the next drawing.
    if (!isUnderWay('vault.changePassphrase')) onClose();
  };
  return (
    <Dialog title={t('settings.security.changeTitle')} isOpen isHeld={change.isPending} onClose={close}>
      {withoutCurrent ? (
        <p>{t('settings.security.withoutCurrent')}</p>
      ) : (
        <PassphraseField
          label={t('settings.security.current')}
          value={current}
          onChange={(text) => {
            if (change.isError) change.reset();
            setCurrent(text);
          }}
          autoFocus
        />
      )}
      <NewPassphrase
        label={t('settings.security.next')}
        autoFocus={withoutCurrent}
        submitLabel={t('settings.security.change')}
        isPending={change.isPending}
        isDisabled={wait.seconds > 0 || (!withoutCurrent && current === '')}
        onSubmit={submit}
      />
      <AttemptError error={change.error} seconds={wait.seconds} place="security" />
    </Dialog>
  );
};
