import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#core/errors';
import { useCallQuery } from '#lib/query-client';
import { ErrorState } from '#ui/error-state';
import { FolderPath } from '#ui/folder-path';
import { QuietScreen } from '#ui/quiet-screen';

type Props = { readonly code: ErrorCode; readonly onRetry: () => void };

/** The part of Ebb that opens journals does not answer: it could not be loaded, or ended at once. The journals are as they were. */
export const CannotStart = ({ code, onRetry }: Props) => {
  const { t } = useTranslation();
  const about = useCallQuery('shell.about', {}).data;
  return (
    <QuietScreen title={t('lock.cannotStart')}>
      {/* A worker that cannot start is not started again: another try would change nothing. */}
      <ErrorState code={code} place="starting" onRetry={code === 'INTERNAL' ? undefined : onRetry} />
      {about !== undefined && <FolderPath folder={about.journalFolder} />}
    </QuietScreen>
  );
};
