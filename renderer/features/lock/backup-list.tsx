import type { ReactNode } from 'react';
import { Label } from 'react-aria-components/Label';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';
import { type Salvage, salvagedOf } from '#core/recovery';
import type { SnapshotSummary } from '#core/snapshot';
import { backupMoment } from '#lib/backup-moment';
import { formatBytes, formatNumber } from '#lib/format';
import { MomentText } from '#ui/moment';
import css from './backup-list.module.css';
import { SalvageWords } from './salvage-words';

/** Stands for what can be read of the damaged journal, among the names of backups. */
export const SALVAGE = 'salvage';

type Props = {
  /** Newest first. */
  readonly snapshots: readonly SnapshotSummary[];
  /** What can be read of the damaged journal itself; stands before the backups. */
  readonly salvage: Salvage | null;
  readonly chosen: string | null;
  readonly onChoose: (name: string) => void;
};

type AmountProps = { readonly entries: number; readonly checkIns: number; readonly children?: ReactNode };

const Amounts = ({ entries, checkIns, children }: AmountProps) => {
  const { t } = useTranslation();
  return (
    <span className={css.inside}>
      <span className={css.amount}>{t('records.entry', { count: entries, n: formatNumber(entries) })}</span>
      <span className={css.amount}>{t('records.check-in', { count: checkIns, n: formatNumber(checkIns) })}</span>
      <span className={css.amount}>{children}</span>
    </span>
  );
};

const Inside = ({ entries, checkIns, bytes, damaged }: SnapshotSummary) => {
  const { t } = useTranslation();
  if (damaged) return <span className={css.inside}>{t('recovery.damaged')}</span>;
  return (
    <Amounts entries={entries ?? 0} checkIns={checkIns ?? 0}>
      {formatBytes(bytes)}
    </Amounts>
  );
};

type WayProps = { readonly value: string; readonly isDamaged: boolean; readonly children: ReactNode };

const Way = ({ value, isDamaged, children }: WayProps) => (
  <RadioField value={value} isDisabled={isDamaged} className={css.field}>
    <RadioButton className={css.backup}>
      <span className={css.mark} aria-hidden />
      <span className={css.words}>{children}</span>
    </RadioButton>
  </RadioField>
);

/**
 * Exactly one of what can still be read and the backups, told apart by when they were made and how much they hold. Damaged
 * ones cannot be chosen.
 */
export const BackupList = ({ snapshots, salvage, chosen, onChoose }: Props) => {
  const { t } = useTranslation();
  const count = snapshots.length;
  const label = salvage === null ? t('recovery.which', { count }) : t('recovery.whichWay', { count });
  return (
    <RadioGroup className={css.group} value={chosen} onChange={onChoose}>
      <Label className={css.label}>{label}</Label>
      <div className={css.list}>
        {salvage !== null && (
          <>
            <Way value={SALVAGE} isDamaged={false}>
              <span className={css.when}>{t('recovery.salvage.title')}</span>
              <Amounts {...salvagedOf(salvage)} />
            </Way>
            {chosen === SALVAGE && (
              <div className={css.detail}>
                <SalvageWords salvage={salvage} />
              </div>
            )}
          </>
        )}
        {snapshots.map((snapshot) => (
          <Way key={snapshot.name} value={snapshot.name} isDamaged={snapshot.damaged}>
            <span className={css.when}>
              <MomentText {...backupMoment(snapshot, snapshots)} />
            </span>
            <Inside {...snapshot} />
          </Way>
        ))}
      </div>
    </RadioGroup>
  );
};
