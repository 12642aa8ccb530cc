import { Label } from 'react-aria-components/Label';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';
import type { SnapshotSummary } from '#core/snapshot';
import { backupMoment } from '#lib/backup-moment';
import { formatBytes, formatNumber } from '#lib/format';
import { MomentText } from '#ui/moment';
import css from './backup-list.module.css';

type Props = {
  /** Newest first. */
  readonly snapshots: readonly SnapshotSummary[];
  readonly chosen: string | null;
  readonly onChoose: (name: string) => void;
};

const Inside = ({ entries, checkIns, bytes, damaged }: SnapshotSummary) => {
  const { t } = useTranslation();
  if (damaged) return <span className={css.inside}>{t('recovery.damaged')}</span>;
  return (
    <span className={css.inside}>
      <span className={css.amount}>{t('records.entry', { count: entries ?? 0, n: formatNumber(entries ?? 0) })}</span>
      <span className={css.amount}>
        {t('records.check-in', { count: checkIns ?? 0, n: formatNumber(checkIns ?? 0) })}
      </span>
      <span className={css.amount}>{formatBytes(bytes)}</span>
    </span>
  );
};

/** Exactly one of the backups, told apart by when they were made and how much they hold. Damaged ones cannot be chosen. */
export const BackupList = ({ snapshots, chosen, onChoose }: Props) => {
  const { t } = useTranslation();
  return (
    <RadioGroup className={css.group} value={chosen} onChange={onChoose}>
      <Label className={css.label}>{t('recovery.which', { count: snapshots.length })}</Label>
      <div className={css.list}>
        {snapshots.map((snapshot) => (
          <RadioField key={snapshot.name} value={snapshot.name} isDisabled={snapshot.damaged} className={css.field}>
            <RadioButton className={css.backup}>
              <span className={css.mark} aria-hidden />
              <span className={css.words}>
                <span className={css.when}>
                  <MomentText {...backupMoment(snapshot, snapshots)} />
                </span>
                <Inside {...snapshot} />
              </span>
            </RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
};
