import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, dayOf } from '#core/local-date';
import { type LastMerge, UNDO_DAYS } from '#core/merge';
import { formatDayShort, formatMomentInSentence, formatNumber } from '#lib/format';
import { useCallQuery, useSingleCommand } from '#lib/query-client';
import { showToast } from '#lib/toasts';
import { systemZone, useToday } from '#lib/today';
import { Button } from '#ui/button';
import { Confirm } from '#ui/confirm';
import { ErrorState } from '#ui/error-state';
import { ImportDialog } from './import-dialog';
import { SettingRow } from './setting-row';

const UndoImport = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const undo = useSingleCommand('imports.undo');
  const run = (): void =>
    undo.mutate(
      {},
      {
        onSuccess: ({ left }) => {
          const counted = { count: left, n: formatNumber(left, 0) };
          showToast({ text: left === 0 ? t('settings.import.undone') : t('settings.import.undoneLeft', counted) });
          onClose();
        },
      },
    );
  return (
    <Confirm
      title={t('settings.import.undoTitle')}
      confirmLabel={t('settings.import.undo')}
      isOpen
      isPending={undo.isPending}
      onConfirm={run}
      onCancel={onClose}
    >
      {undo.error !== null && <ErrorState code={undo.error.code} />}
      <p>{t('settings.import.undoLead')}</p>
    </Confirm>
  );
};

const useLastWords = (last: LastMerge): string => {
  const { t } = useTranslation();
  const today = useToday();
  if (last === null) return '';
  const zone = systemZone();
  return t('settings.import.last', {
    at: formatMomentInSentence({ at: last.at, zone }, today),
    day: formatDayShort(addDays(dayOf(last.at, zone), UNDO_DAYS), today),
  });
};

/** The way in for another journal's export, and the way back while the last import can be undone. */
export const ImportRow = () => {
  const { t } = useTranslation();
  const [step, setStep] = useState<'none' | 'importing' | 'undoing'>('none');
  const last = useCallQuery('imports.last', {}).data ?? null;
  const words = useLastWords(last);
  const close = (): void => setStep('none');
  return (
    <>
      <SettingRow title={t('settings.import.title')} more={t('settings.import.more')}>
        <Button variant="soft" onPress={() => setStep('importing')}>
          {t('settings.import.open')}
        </Button>
      </SettingRow>
      {last !== null && (
        <SettingRow title={t('settings.import.lastTitle')} more={words}>
          <Button variant="ghost" onPress={() => setStep('undoing')}>
            {t('settings.import.undo')}
          </Button>
        </SettingRow>
      )}
      {step === 'importing' && <ImportDialog onClose={close} onUndo={() => setStep('undoing')} />}
      {step === 'undoing' && <UndoImport onClose={close} />}
    </>
  );
};
