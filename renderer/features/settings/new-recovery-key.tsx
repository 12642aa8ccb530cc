import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecoveryKeyOffer } from '#core/vault-status';
import { useWait } from '#lib/countdown';
import { useSingleCommand } from '#lib/query-client';
import { AttemptError } from '#ui/attempt-error';
import { Button } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { PassphraseField } from '#ui/passphrase-field';
import { RecoveryKey } from '#ui/recovery-key';

/** A new recovery key in place of the old one. Once it is shown, only saying what is to become of it closes the dialog. */
export const NewRecoveryKey = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const [offer, setOffer] = useState<RecoveryKeyOffer | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const form = useId();
  const make = useSingleCommand('vault.offerRecoveryKey');
  const wait = useWait();
  if (offer !== null) {
    return (
      <Dialog title={t('recoveryKey.title')} isOpen role="alertdialog" width="wide" onClose={() => undefined}>
        <RecoveryKey offer={offer} replaces="recoveryKey" onDone={onClose} />
      </Dialog>
    );
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (passphrase === '' || wait.seconds > 0) return;
    make.mutate({ passphrase }, { onSuccess: setOffer, onError: wait.begin });
  };
  const footer = (
    <>
      <Button variant="ghost" isDisabled={make.isPending} onPress={onClose}>
        {t('ui.cancel')}
      </Button>
      <Button type="submit" form={form} isPending={make.isPending} isDisabled={passphrase === '' || wait.seconds > 0}>
        {t('settings.security.newKeyMake')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('settings.security.newKeyTitle')} isOpen isHeld={make.isPending} onClose={onClose} footer={footer}>
      <p>{t('settings.security.newKeyLead')}</p>
      <form id={form} onSubmit={submit}>
        <PassphraseField
          autoFocus
          label={t('settings.security.newKeyPassphrase')}
          value={passphrase}
          onChange={setPassphrase}
        />
      </form>
      <AttemptError error={make.error} seconds={wait.seconds} place="security" />
    </Dialog>
  );
};
