import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Salvage } from '#core/recovery';
import { salvagedOf } from '#core/recovery';
import type { SnapshotSummary } from '#core/snapshot';
import { backupMomentInSentence } from '#lib/backup-moment';
import { formatNumber } from '#lib/format';
import { Checkbox } from '#ui/checkbox';
import { Confirm } from '#ui/confirm';
import { SalvageWords } from './salvage-words';

type Props = {
  /** A backup, or what can be read of the damaged journal. */
  readonly way: SnapshotSummary | Salvage;
  /** All the backups, from which the chosen one is told apart. */
  readonly snapshots: readonly SnapshotSummary[];
  /** Nothing here is damaged or in the way. */
  readonly isElsewhere: boolean;
  /** The folder it lies in, where that could go on receiving copies. */
  readonly copiesTo: string | null;
  readonly isOpen: boolean;
  readonly onConfirm: (goOnCopying: boolean) => void;
  readonly onCancel: () => void;
};

const useAmounts = () => {
  const { t } = useTranslation();
  return ({ entries, checkIns }: { readonly entries: number; readonly checkIns: number }) => ({
    entries: t('records.entry', { count: entries, n: formatNumber(entries) }),
    checkIns: t('records.check-in', { count: checkIns, n: formatNumber(checkIns) }),
  });
};

/** Asks once before a journal is made of what was chosen, and says what it will hold. */
export const ConfirmWay = ({ way, snapshots, isElsewhere, copiesTo, onConfirm, ...dialog }: Props) => {
  const { t } = useTranslation();
  const [goesOn, setGoesOn] = useState(true);
  const amounts = useAmounts();
  const isBackup = 'takenAt' in way;
  const isCopiedTo = copiesTo !== null && goesOn;
  const kept = isCopiedTo ? 'recovery.confirmKeptHere' : 'recovery.confirmKeptThere';
  const title = isBackup
    ? t('recovery.confirm', { when: backupMomentInSentence(way, snapshots) })
    : t('recovery.salvage.confirm');
  return (
    <Confirm
      {...dialog}
      title={title}
      confirmLabel={t('recovery.confirmRun')}
      cancelLabel={t('recovery.confirmNot')}
      onConfirm={() => onConfirm(isCopiedTo)}
    >
      <p>{t(isBackup ? 'recovery.confirmMade' : 'recovery.salvage.made')}</p>
      {isBackup ? (
        <p>{t('recovery.confirmHolds', amounts({ entries: way.entries ?? 0, checkIns: way.checkIns ?? 0 }))}</p>
      ) : (
        <>
          <p>{t('recovery.salvage.holds', amounts(salvagedOf(way)))}</p>
          <SalvageWords salvage={way} />
        </>
      )}
      <p>{t(isElsewhere ? kept : 'recovery.confirmKept')}</p>
      {copiesTo !== null && (
        <Checkbox isSelected={goesOn} onChange={setGoesOn}>
          {t('recovery.goOnCopying', { folder: copiesTo })}
        </Checkbox>
      )}
    </Confirm>
  );
};
