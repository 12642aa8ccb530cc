import { Label } from 'react-aria-components/Label';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import { useTranslation } from 'react-i18next';
import { Button } from './button';
import css from './progress.module.css';

type Props = {
  readonly label: string;
  readonly done: number;
  /** 0 while it is not known how much there is. */
  readonly total: number;
  readonly onCancel?: (() => void) | undefined;
  readonly isCancelling?: boolean;
};

/** How far a long job is, and a way to stop it. */
export const Progress = ({ label, done, total, onCancel, isCancelling = false }: Props) => {
  const { t } = useTranslation();
  return (
    <div className={css.progress}>
      <ProgressBar value={total === 0 ? 0 : (done / total) * 100} className={css.bar}>
        {({ percentage, valueText }) => (
          <>
            <Label className={css.label}>{label}</Label>
            <span className={css.value}>{valueText}</span>
            <span className={css.track}>
              <span className={css.fill} style={{ width: `${percentage ?? 0}%` }} />
            </span>
          </>
        )}
      </ProgressBar>
      {onCancel !== undefined && (
        <Button variant="ghost" isPending={isCancelling} onPress={onCancel}>
          {t('ui.cancel')}
        </Button>
      )}
    </div>
  );
};
