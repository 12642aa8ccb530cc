import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#core/errors';
import { damageSeen } from '#lib/damage';
import { type ErrorPlace, errorWords } from '#lib/error-words';
import { useStore } from '#lib/store';
import { Button } from './button';
import css from './error-state.module.css';

type Props = {
  readonly code: ErrorCode;
  /** Where it happened, if that changes what it means. */
  readonly place?: ErrorPlace | undefined;
  readonly onRetry?: (() => void) | undefined;
  /** Other ways on. */
  readonly children?: ReactNode;
};

/** What happened, what is safe, what to do; of damage that the head of the page tells of, only that this, too, is affected. */
export const ErrorState = ({ code, place, onRetry, children }: Props) => {
  const { t } = useTranslation();
  const isTold = useStore(damageSeen) && code === 'DATABASE_DAMAGED' && onRetry !== undefined;
  if (isTold) return <p className={css.told}>{t('ui.alsoDamaged')}</p>;
  const { happened, safe, next } = errorWords(code, place);
  return (
    <div className={css.error} role="alert">
      <CircleAlert className={css.icon} aria-hidden />
      <div className={css.words}>
        <p className={css.happened}>{happened}</p>
        <p>{safe}</p>
        <p>{next}</p>
        {(onRetry !== undefined || children !== undefined) && (
          <div className={css.actions}>
            {onRetry !== undefined && (
              <Button variant="soft" onPress={onRetry}>
                {t('ui.tryAgain')}
              </Button>
            )}
            {children}
          </div>
        )}
      </div>
    </div>
  );
};
