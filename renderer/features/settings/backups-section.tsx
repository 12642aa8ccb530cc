import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCallQuery } from '#lib/query-client';
import { Button } from '#ui/button';
import { Card } from '#ui/card';
import { ErrorState } from '#ui/error-state';
import { Skeleton } from '#ui/skeleton';
import { BackupList } from './backup-list';
import { BackupNotices } from './backup-notices';
import { BackupProgress } from './backup-progress';
import { type BackupWork, useBackupWork } from './backup-work';
import css from './backups.module.css';
import { Drill } from './drill';
import { SecondFolder } from './second-folder';
import { SectionHeading } from './section-heading';
import { SettingRow } from './setting-row';

const NewBackup = ({ work }: { readonly work: BackupWork }) => {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const isMine = work.isRunning && work.about === 'new';
  return (
    <>
      <SettingRow title={t('settings.backups.another')} more={t('settings.backups.anotherMore')}>
        <Button ref={button} variant="soft" isPending={isMine || work.isLong} onPress={() => void work.take()}>
          {t('settings.backups.take')}
        </Button>
      </SettingRow>
      {isMine && work.isLong && <BackupProgress work={work} onLostFocus={() => button.current?.focus()} />}
      {work.error !== null && work.about === 'new' && (
        <div className={css.error}>
          <ErrorState code={work.error.code} place="backups" />
        </div>
      )}
    </>
  );
};

const OwnBackups = () => {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const work = useBackupWork();
  const { data, isPending, isError, error, refetch } = useCallQuery('snapshots.list', {}, { alwaysAsks: true });
  return (
    <>
      <p>{t('settings.backups.lead')}</p>
      <p className={css.more}>{t('settings.backups.limits')}</p>
      {data !== undefined && <BackupNotices list={data} onAccepted={() => heading.current?.focus()} />}
      <NewBackup work={work} />
      {data !== undefined && <Drill snapshots={data.snapshots} />}
      {data !== undefined && <SecondFolder second={data.second} />}
      <section className={css.list}>
        <h3 ref={heading} tabIndex={-1}>
          {t('settings.backups.list')}
        </h3>
        {isPending && <Skeleton lines={3} />}
        {isError && <ErrorState code={error.code} place="backups" onRetry={() => void refetch()} />}
        {data !== undefined && <BackupList list={data} work={work} />}
      </section>
    </>
  );
};

/** What Ebb backs up by itself, what can be asked for, and the backups there are. */
export const BackupsSection = () => {
  const { t } = useTranslation();
  const { data: status } = useCallQuery('vault.status', {});
  if (status?.state !== 'open') return null;
  return (
    <Card title={<SectionHeading intent="backups">{t('settings.backups.title')}</SectionHeading>}>
      {status.sample ? <p>{t('settings.backups.sample')}</p> : <OwnBackups />}
    </Card>
  );
};
