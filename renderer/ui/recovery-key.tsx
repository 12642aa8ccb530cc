import { Printer, Save } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#core/errors';
import type { RecoveryKeyOffer } from '#core/vault-status';
import { announce } from '#lib/announce';
import { call } from '#lib/client';
import { useOneAtATime } from '#lib/one-at-a-time';
import { Button } from './button';
import { ErrorState } from './error-state';
import { PrintSheet } from './print-sheet';
import { ProveRecoveryKey } from './prove-recovery-key';
import css from './recovery-key.module.css';
import { StayWithOldKey } from './stay-with-old-key';

/** What a new recovery key may come in the place of. */
export type Replaced = 'recoveryKey' | 'key';

type Props = {
  readonly offer: RecoveryKeyOffer;
  /** What this one replaces: an older recovery key, or that together with the key of the whole journal; nothing in a new one. */
  readonly replaces?: Replaced;
  /** The person has typed two groups back, will do so another day, or stays with the old key. */
  readonly onDone: () => void;
  /** The person stays with the old key, where that is something else. */
  readonly onLeave?: () => void;
};

/** A recovery key, shown this once: to print, save or copy by hand, and then to prove. */
export const RecoveryKey = ({ offer, replaces, onDone, onLeave = onDone }: Props) => {
  const { t } = useTranslation();
  const [proving, setProving] = useState(false);
  const [note, setNote] = useState('');
  const [error, setError] = useState<ErrorCode | null>(null);
  const keeping = useOneAtATime();
  const text = t('recoveryKey.fileText', {
    key: `${offer.groups.slice(0, 4).join(' ')}\n${offer.groups.slice(4).join(' ')}`,
  });
  const tell = (words: string): void => {
    setNote(words);
    announce(words);
  };
  const save = async (): Promise<void> => {
    const saved = await call('shell.saveRecoveryKey', { text });
    setError(saved.ok ? null : saved.error.code);
    if (saved.ok && saved.value) tell(t('recoveryKey.savedFile'));
  };
  const print = async (): Promise<void> => {
    const printed = await call('shell.print', {});
    if (printed.ok && printed.value) tell(t('recoveryKey.printed'));
  };
  if (proving) {
    const showAgain = (): void => setProving(false);
    return <ProveRecoveryKey offer={offer} replaces={replaces} onDone={onDone} onShowAgain={showAgain} />;
  }
  return (
    <div className={css.column}>
      <p>
        {t('recoveryKey.lead')} {replaces !== undefined && t(`recoveryKey.replaces.${replaces}.stays`)}
      </p>
      <ol className={css.groups} aria-label={t('recoveryKey.title')}>
        {offer.groups.map((group, index) => (
          <li key={group} className={css.group}>
            <span className={css.number}>{index + 1}</span>
            <span className={css.letters}>{group}</span>
          </li>
        ))}
      </ol>
      <p className={css.small}>{t('recoveryKey.keep')}</p>
      <div className={css.row}>
        <Button variant="soft" icon={Printer} onPress={() => void keeping.run(print)}>
          {t('recoveryKey.print')}
        </Button>
        <Button variant="soft" icon={Save} onPress={() => void keeping.run(save)}>
          {t('recoveryKey.save')}
        </Button>
      </div>
      {note !== '' && <p className={css.small}>{note}</p>}
      {error !== null && <ErrorState code={error} />}
      <Button wide onPress={() => setProving(true)}>
        {t('recoveryKey.haveIt')}
      </Button>
      {replaces !== undefined && <StayWithOldKey replaces={replaces} onDone={onLeave} />}
      <PrintSheet>{text}</PrintSheet>
    </div>
  );
};
