import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWait } from '#lib/countdown';
import { useCommand } from '#lib/query-client';
import { showToast } from '#lib/toasts';
import { AttemptError } from '#ui/attempt-error';
import { Button } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { RecoveryKeyField } from '#ui/recovery-key-field';

/** The whole recovery key, typed from the person's copy, to see whether it opens this journal. */
export const CheckRecoveryKey = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const form = useId();
  const check = useCommand('vault.checkRecoveryKey');
  const wait = useWait();
  const retype = (text: string): void => {
    check.reset();
    setTyped(text);
  };
  const isHeld = typed.trim() === '' || wait.seconds > 0;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isHeld || check.isPending) return;
    const onSuccess = (): void => {
      showToast({ text: t('settings.security.keyIsRight') });
      onClose();
    };
    check.mutate({ recoveryKey: typed }, { onSuccess, onError: wait.begin });
  };
  const footer = (
    <>
      <Button variant="ghost" onPress={onClose}>
        {t('ui.cancel')}
      </Button>
      <Button type="submit" form={form} isPending={check.isPending} isDisabled={isHeld}>
        {t('settings.security.checkKeyRun')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('settings.security.checkKeyTitle')} isOpen onClose={onClose} footer={footer}>
      <p>{t('settings.security.checkKeyLead')}</p>
      <form id={form} onSubmit={submit}>
        <RecoveryKeyField value={typed} onChange={retype} error={check.error} />
      </form>
      <AttemptError error={check.error} seconds={wait.seconds} place="security" />
    </Dialog>
  );
};
