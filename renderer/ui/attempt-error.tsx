import { useTranslation } from 'react-i18next';
import type { WireError } from '#core/result';
import type { ErrorPlace } from '#lib/error-words';
import css from './attempt-error.module.css';
import { ErrorState } from './error-state';

type Props = {
  readonly error: WireError | null;
  /** Whole seconds until the next try; 0 when there is nothing to wait for. */
  readonly seconds: number;
  readonly place?: ErrorPlace;
};

/** What came of trying a secret, and how long to wait for the next try. */
export const AttemptError = ({ error, seconds, place }: Props) => {
  const { t } = useTranslation();
  // Groups that look mistyped are said at their field, and a wait that is over is no news any more.
  const isSaid = error?.fields !== undefined || (error?.code === 'TOO_MANY_ATTEMPTS' && seconds === 0);
  return (
    <>
      {error !== null && !isSaid && <ErrorState code={error.code} place={place} />}
      {seconds > 0 && <p className={css.wait}>{t('lock.wait', { count: seconds })}</p>}
    </>
  );
};
