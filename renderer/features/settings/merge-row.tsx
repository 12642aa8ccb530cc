import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, dayOf } from '#core/local-date';
import { type LastMerge, UNDO_DAYS } from '#core/merge';
import { formatDayShort, formatMomentInSentence, formatNumber } from '#lib/format';
import { useCallQuery, useSingleCommand } from '#lib/query-client';
import { useStore } from '#lib/store';
import { showToast } from '#lib/toasts';
import { systemZone, useToday } from '#lib/today';
import { Button } from '#ui/button';
import { Confirm } from '#ui/confirm';
import { ErrorState } from '#ui/error-state';
import { MergeDialog } from './merge-dialog';
import { MergeDone, mergedLast } from './merge-done';
import { SettingRow } from './setting-row';

const UndoMerge = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const undo = useSingleCommand('merge.undo');
  const run = (): void =>
    undo.mutate(
      {},
      {
        onSuccess: ({ left }) => {
          mergedLast.write(null);
          const counted = { count: left, n: formatNumber(left, 0) };
          showToast({ text: left === 0 ? t('settings.merge.undone') : t('settings.merge.undoneLeft', counted) });
          onClose();
        },
      },
    );
  return (
    <Confirm
      title={t('settings.merge.undoTitle')}
      confirmLabel={t('settings.merge.undo')}
      isOpen
      isPending={undo.isPending}
      onConfirm={run}
      onCancel={onClose}
    >
      {undo.error !== null && <ErrorState code={undo.error.code} place="mergeExport" />}
      <p>{t('settings.merge.undoLead')}</p>
    </Confirm>
  );
};

const useLastWords = (last: LastMerge): string => {
  const { t } = useTranslation();
  const today = useToday();
  if (last === null) return '';
  const zone = systemZone();
  return t('settings.merge.last', {
    at: formatMomentInSentence({ at: last.at, zone }, today),
    when: formatMomentInSentence({ at: last.exportedAt, zone }, today),
    day: formatDayShort(addDays(dayOf(last.at, zone), UNDO_DAYS), today),
  });
};

/** The way in for what another export holds, and the way back while the last one can be undone. */
export const MergeRow = () => {
  const { t } = useTranslation();
  const [step, setStep] = useState<'none' | 'merging' | 'reading' | 'undoing'>('none');
  const last = useCallQuery('merge.last', {}).data ?? null;
  const words = useLastWords(last);
  const isKnown = useStore(mergedLast) !== null;
  const close = (): void => setStep('none');
  return (
    <>
      <SettingRow title={t('settings.merge.title')} more={t('settings.merge.more')}>
        <Button variant="soft" onPress={() => setStep('merging')}>
          {t('settings.merge.open')}
        </Button>
      </SettingRow>
      {last !== null && (
        <SettingRow title={t('settings.merge.lastTitle')} more={words}>
          {isKnown && (
            <Button variant="ghost" onPress={() => setStep('reading')}>
              {t('settings.merge.read')}
            </Button>
          )}
          <Button variant="ghost" onPress={() => setStep('undoing')}>
            {t('settings.merge.undo')}
          </Button>
        </SettingRow>
      )}
      {step === 'merging' && <MergeDialog onClose={close} onUndo={() => setStep('undoing')} />}
      {step === 'reading' && <MergeDone onClose={close} onUndo={() => setStep('undoing')} />}
      {step === 'undoing' && <UndoMerge onClose={close} />}
    </>
  );
};
