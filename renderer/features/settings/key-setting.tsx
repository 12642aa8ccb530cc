import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Security } from '#core/settings';
import { formatDayExactly } from '#lib/format';
import { useCallQuery } from '#lib/query-client';
import { Button } from '#ui/button';
import { ChangeKey } from './change-key';
import { EarlierCopiesSetting } from './earlier-copies';
import { SettingRow } from './setting-row';

/** The key that the journal is encrypted with: changing it, and what lies under an earlier one. A sample has nothing to change. */
export const KeySetting = ({ security }: { readonly security: Security }) => {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { data: status } = useCallQuery('vault.status', {});
  if (status?.state !== 'open' || status.sample) return null;
  const { keyChangedOn } = security;
  const changed =
    keyChangedOn === null ? '' : ` ${t('settings.security.key.changed', { date: formatDayExactly(keyChangedOn) })}`;
  return (
    <>
      <SettingRow title={t('settings.security.key.title')} more={t('settings.security.key.more') + changed}>
        <Button ref={button} variant="soft" onPress={() => setOpen(true)}>
          {t('settings.security.key.change')}
        </Button>
      </SettingRow>
      <EarlierCopiesSetting onLostFocus={() => button.current?.focus()} />
      {isOpen && <ChangeKey security={security} onClose={() => setOpen(false)} />}
    </>
  );
};
