import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSingleCommand } from '#lib/query-client';
import { showToast } from '#lib/toasts';
import { Dialog } from '#ui/dialog';
import { ErrorState } from '#ui/error-state';
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
  const submit = (next: string): void =>
    change.mutate(
      { current: withoutCurrent ? null : current, next },
      {
        onSuccess: () => {
          showToast({ text: t('settings.security.changed') });
          onClose();
        },
      },
    );
  return (
    <Dialog title={t('settings.security.changeTitle')} isOpen onClose={onClose}>
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
        submitLabel={t('settings.security.change')}
        isPending={change.isPending}
        isDisabled={!withoutCurrent && current === ''}
        onSubmit={submit}
      />
      {change.error !== null && <ErrorState code={change.error.code} />}
    </Dialog>
  );
};
