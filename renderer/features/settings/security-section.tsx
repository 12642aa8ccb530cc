import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice } from '#lib/device';
import { formatDayExactly } from '#lib/format';
import { useIntent } from '#lib/intents';
import { useCallQuery } from '#lib/query-client';
import { Button } from '#ui/button';
import { Card } from '#ui/card';
import { ErrorState } from '#ui/error-state';
import { Select } from '#ui/select';
import { ChangePassphrase } from './change-passphrase';
import { CheckRecoveryKey } from './check-recovery-key';
import { KeySetting } from './key-setting';
import { NewRecoveryKey } from './new-recovery-key';
import { SectionHeading } from './section-heading';
import { SettingRow } from './setting-row';

const offeredMinutes = [1, 2, 5, 10, 15, 30, 60, 120];

/** Passphrase, recovery key, locking, and what a guess costs. */
export const SecuritySection = () => {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'passphrase' | 'check-key' | 'new-key' | null>(null);
  const security = useCallQuery('vault.security', {});
  const { device, error, change } = useDevice();
  const facts = security.data;
  const minutes = [...new Set([...offeredMinutes, device.autoLockMinutes])].sort((one, other) => one - other);
  const provenOn = facts?.recoveryKeyProvenOn ?? null;
  const keyState =
    provenOn === null
      ? t('settings.security.notProven')
      : t('settings.security.proven', { date: formatDayExactly(provenOn) });
  const close = (): void => setOpen(null);
  useIntent('passphrase', () => setOpen('passphrase'));
  return (
    <Card title={<SectionHeading intent="security">{t('settings.security.title')}</SectionHeading>}>
      {security.isError && <ErrorState code={security.error.code} />}
      {error !== null && <ErrorState code={error.code} />}
      <SettingRow title={t('settings.security.passphrase')} more={t('settings.security.passphraseMore')}>
        <Button variant="soft" onPress={() => setOpen('passphrase')}>
          {t('settings.security.change')}
        </Button>
      </SettingRow>
      <SettingRow title={t('settings.security.recoveryKey')} more={facts === undefined ? '' : keyState}>
        <Button variant="soft" onPress={() => setOpen('check-key')}>
          {t('settings.security.checkKey')}
        </Button>
        <Button variant="soft" onPress={() => setOpen('new-key')}>
          {t('settings.security.newKey')}
        </Button>
      </SettingRow>
      {facts !== undefined && <KeySetting security={facts} />}
      <SettingRow title={t('settings.security.autoLock')} more={t('settings.security.autoLockMore')}>
        <Select
          label={t('settings.security.autoLock')}
          hideLabel
          options={minutes.map((count) => ({ id: String(count), label: t('settings.security.minutes', { count }) }))}
          value={String(device.autoLockMinutes)}
          onChange={(chosen) => change({ autoLockMinutes: Number(chosen) })}
        />
      </SettingRow>
      {facts !== undefined && (
        <SettingRow
          title={t('settings.security.kdf')}
          more={t('settings.security.kdfMore', {
            memory: facts.kdfMemoryMib,
            passes: facts.kdfPasses,
          })}
        />
      )}
      {/* Which fields it has is known from the facts; none may go while somebody types in it. */}
      {open === 'passphrase' && !security.isPending && (
        <ChangePassphrase withoutCurrent={facts?.openedWithRecoveryKey ?? false} onClose={close} />
      )}
      {open === 'check-key' && <CheckRecoveryKey onClose={close} />}
      {open === 'new-key' && <NewRecoveryKey onClose={close} />}
    </Card>
  );
};
