import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecoveryKeyOffer } from '#core/vault-status';
import { useSingleCommand } from '#lib/query-client';
import { Button } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { ErrorState } from '#ui/error-state';
import { PassphraseField } from '#ui/passphrase-field';
import { RecoveryKey } from '#ui/recovery-key';

/** A new recovery key in place of the old one. Once it is shown, only having it (or "later") closes the dialog. */
export const NewRecoveryKey = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const [offer, setOffer] = useState<RecoveryKeyOffer | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const form = useId();
  const replace = useSingleCommand('vault.replaceRecoveryKey');
  if (offer !== null) {
    return (
      <Dialog title={t('recoveryKey.title')} isOpen role="alertdialog" width="wide" onClose={() => undefined}>
        <RecoveryKey offer={offer} onDone={onClose} />
      </Dialog>
    );
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (passphrase !== '') replace.mutate({ passphrase }, { onSuccess: setOffer });
  };
  const footer = (
    <>
      <Button variant="ghost" onPress={onClose}>
        {t('ui.cancel')}
      </Button>
      <Button type="submit" form={form} isPending={replace.isPending} isDisabled={passphrase === ''}>
        {t('settings.security.newKeyMake')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('settings.security.newKeyTitle')} isOpen onClose={onClose} footer={footer}>
      <p>{t('settings.security.newKeyLead')}</p>
      <form id={form} onSubmit={submit}>
        <PassphraseField
          autoFocus
          label={t('settings.security.newKeyPassphrase')}
          value={passphrase}
          onChange={setPassphrase}
        />
      </form>
      {replace.error !== null && <ErrorState code={replace.error.code} />}
    </Dialog>
  );
};
