import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Binned } from '#core/bin';
import type { ErrorCode } from '#core/errors';
import { entryName } from '#lib/entry-name';
import { i18n } from '#lib/i18n';
import { useOneAtATime } from '#lib/one-at-a-time';
import { command } from '#lib/query-client';
import { showToast } from '#lib/toasts';
import { Confirm } from '#ui/confirm';
import { ErrorState } from '#ui/error-state';
import css from './deleted.module.css';

type Props = {
  readonly binned: Binned;
  /** What it is, in words. */
  readonly what: string;
  readonly onGone: () => void;
  readonly onCancel: () => void;
};

/** An entry is named; of anything else its kind is told. */
const goneWords = ({ kind, record }: Binned): string => {
  const name = kind === 'entry' ? entryName(record.title, record.excerpt) : '';
  return name === '' ? i18n.t(`deleted.removed.${kind}`) : i18n.t('deleted.entryRemoved', { name });
};

/** Asks once more before something goes at once that would have stayed a while. */
export const RemoveForGood = ({ binned, what, onGone, onCancel }: Props) => {
  const { t } = useTranslation();
  const { kind, record } = binned;
  const removing = useOneAtATime();
  const [error, setError] = useState<ErrorCode | null>(null);
  const remove = async (): Promise<void> => {
    const result = await command('bin.remove', { kind, id: record.id });
    if (!result.ok) return setError(result.error.code);
    showToast({ about: 'removed', text: goneWords(binned) });
    onGone();
  };
  return (
    <Confirm
      title={t('deleted.ask.title')}
      confirmLabel={t('deleted.remove')}
      tone="destructive"
      isOpen
      isPending={removing.isRunning}
      onConfirm={() => void removing.run(remove)}
      onCancel={onCancel}
    >
      <p className={css.asked} dir="auto">
        {what}
      </p>
      <p>{t(`deleted.ask.goes.${kind}`)}</p>
      <p>{t('deleted.ask.backups')}</p>
      {error !== null && <ErrorState code={error} />}
    </Confirm>
  );
};
