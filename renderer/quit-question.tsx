import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '#lib/client';
import { quitQuestion, writeOrKeep } from '#lib/lock-journal';
import { useCallQuery } from '#lib/query-client';
import { useStore } from '#lib/store';
import { Button } from '#ui/button';
import { Dialog } from '#ui/dialog';

/** Asked when the app is about to end with words that could not be written. */
export const QuitQuestion = () => {
  const { t } = useTranslation();
  const isAsked = useStore(quitQuestion);
  const isOpen = useCallQuery('vault.status', {}).data?.state === 'open';
  const [tries, setTries] = useState(0);
  const stay = (): void => {
    setTries(0);
    quitQuestion.write(false);
  };
  const tryAgain = async (): Promise<void> => {
    if (await writeOrKeep()) setTries(tries + 1);
    else await call('shell.quit', {});
  };
  const footer = (
    <>
      <Button variant="help" onPress={() => void call('shell.quit', {})}>
        {t('unsaved.quit.close')}
      </Button>
      {isOpen && (
        <Button variant="ghost" onPress={() => void tryAgain()}>
          {t('ui.tryAgain')}
        </Button>
      )}
      <Button onPress={stay} autoFocus>
        {t('unsaved.quit.stay')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('unsaved.quit.title')} isOpen={isAsked} onClose={stay} role="alertdialog" footer={footer}>
      <p>{t('unsaved.quit.lost')}</p>
      <p>{t(isOpen ? 'unsaved.quit.next' : 'unsaved.quit.nextLocked')}</p>
      {tries > 0 && <p role="alert">{t('unsaved.quit.still', { count: tries })}</p>}
    </Dialog>
  );
};
