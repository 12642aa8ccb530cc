import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#core/errors';
import type { FoundBackups } from '#core/recovery';
import { call } from '#lib/client';
import { useOneAtATime } from '#lib/one-at-a-time';
import { useCallQuery } from '#lib/query-client';
import { Button } from '#ui/button';
import { ErrorState } from '#ui/error-state';
import { QuietScreen } from '#ui/quiet-screen';
import css from './lock-screen.module.css';

/** A folder with backups in it; the ticket is null for the second folder, which Ebb knows. */
export type BackupFolder = FoundBackups & { readonly ticket: string | null; readonly name: string };

type Props = { readonly onFound: (folder: BackupFolder) => void; readonly onCancel: () => void };

/** Looks into a folder, and says where there is nothing in it. */
const useLook = (onFound: Props['onFound']) => {
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const look = async (ticket: string | null, name: string): Promise<void> => {
    setFailure(null);
    const result = await call('recovery.findBackups', { folder: ticket });
    if (!result.ok) setFailure(result.error.code);
    else if (result.value.backups === 0) setFailure('NOT_FOUND');
    else onFound({ ...result.value, ticket, name });
  };
  return { failure, look };
};

/** Which folder the backups lie in: the one that Ebb copied them to, or another. */
export const ChooseFolder = ({ onFound, onCancel }: Props) => {
  const { t } = useTranslation();
  const { data: second = null } = useCallQuery('recovery.secondFolder', {}, { alwaysAsks: true });
  const { failure, look } = useLook(onFound);
  const once = useOneAtATime();
  const choose = async (): Promise<void> => {
    const chosen = await call('shell.chooseFolder', {});
    if (chosen.ok && chosen.value !== null) await look(chosen.value.ticket, chosen.value.name);
  };
  const lookAtSecond = async (): Promise<void> => {
    if (second !== null) await look(null, second.folder);
  };
  return (
    <QuietScreen title={t('elsewhere.title')} lead={t('elsewhere.lead')}>
      {failure !== null && <ErrorState code={failure} place="elsewhere" />}
      {second !== null && (
        <p className={css.detail}>
          {t(second.present ? 'elsewhere.known' : 'elsewhere.knownAway', { folder: second.folder })}
        </p>
      )}
      <div className={css.actions}>
        {second !== null && (
          <Button wide onPress={() => void once.run(lookAtSecond)}>
            {t('elsewhere.lookThere')}
          </Button>
        )}
        <Button
          variant={second === null ? 'primary' : 'soft'}
          wide
          icon={FolderOpen}
          onPress={() => void once.run(choose)}
        >
          {t(second === null ? 'elsewhere.choose' : 'elsewhere.chooseOther')}
        </Button>
        <Button variant="quiet" wide onPress={onCancel}>
          {t('ui.back')}
        </Button>
      </div>
    </QuietScreen>
  );
};
