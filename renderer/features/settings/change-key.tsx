import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Security } from '#core/settings';
import type { RecoveryKeyOffer } from '#core/vault-status';
import { useWait } from '#lib/countdown';
import { useSingleCommand } from '#lib/query-client';
import { showToast } from '#lib/toasts';
import { AttemptError } from '#ui/attempt-error';
import { Button } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { PassphraseField } from '#ui/passphrase-field';
import { RecoveryKey } from '#ui/recovery-key';
import css from './backups.module.css';
import { EncryptAnew } from './encrypt-anew';

type WhyProps = {
  readonly security: Security;
  readonly onPrepared: (offer: RecoveryKeyOffer) => void;
  readonly onClose: () => void;
};

/** What happens, in order, before anything does. */
const Steps = () => {
  const { t } = useTranslation();
  return (
    <ul className={css.steps}>
      <li>{t('settings.security.key.stepRecovery')}</li>
      <li>{t('settings.security.key.stepEncrypt')}</li>
      <li>{t('settings.security.key.stepLock')}</li>
      <li>{t('settings.security.key.stepStays')}</li>
    </ul>
  );
};

/** Why one would, what it means, and the passphrase. */
const Why = ({ security, onPrepared, onClose }: WhyProps) => {
  const { t } = useTranslation();
  const [passphrase, setPassphrase] = useState('');
  const form = useId();
  const prepare = useSingleCommand('vault.prepareKeyChange');
  const wait = useWait();
  const cannotSend = passphrase === '' || wait.seconds > 0;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!cannotSend) prepare.mutate({ passphrase }, { onSuccess: onPrepared, onError: wait.begin });
  };
  const footer = (
    <>
      <Button variant="ghost" isDisabled={prepare.isPending} onPress={onClose}>
        {t('ui.cancel')}
      </Button>
      <Button type="submit" form={form} isPending={prepare.isPending} isDisabled={cannotSend}>
        {t('settings.security.key.next')}
      </Button>
    </>
  );
  return (
    <Dialog
      title={t('settings.security.key.dialog')}
      isOpen
      isHeld={prepare.isPending}
      width="wide"
      onClose={onClose}
      footer={footer}
    >
      <p>
        {t('settings.security.key.lead')} {t('settings.security.key.openOld')}
      </p>
      <Steps />
      {security.openedWithRecoveryKey && <p>{t('settings.security.key.withRecoveryKey')}</p>}
      <form id={form} onSubmit={submit}>
        <PassphraseField
          label={t('settings.security.key.passphrase')}
          value={passphrase}
          onChange={(text) => {
            if (prepare.isError) prepare.reset();
            setPassphrase(text);
          }}
        />
      </form>
      <AttemptError error={prepare.error} seconds={wait.seconds} place="security" />
    </Dialog>
  );
};

type Props = { readonly security: Security; readonly onClose: () => void };

/** From the reason for another key, by a new recovery key that the person then has, to the journal encrypted anew. */
export const ChangeKey = ({ security, onClose }: Props) => {
  const { t } = useTranslation();
  const [offer, setOffer] = useState<RecoveryKeyOffer | null>(null);
  const [isKept, setKept] = useState(false);
  const leave = (): void => {
    showToast({ text: t('settings.security.key.left') });
    onClose();
  };
  if (offer === null) return <Why security={security} onPrepared={setOffer} onClose={onClose} />;
  if (isKept) return <EncryptAnew onLeave={leave} />;
  return (
    <Dialog title={t('recoveryKey.title')} isOpen role="alertdialog" width="wide" onClose={() => undefined}>
      <RecoveryKey offer={offer} replaces="key" onDone={() => setKept(true)} onLeave={leave} />
    </Dialog>
  );
};
