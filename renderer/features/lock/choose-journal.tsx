import { useTranslation } from 'react-i18next';
import type { VaultStatus } from '#core/vault-status';
import { formatMomentExactly } from '#lib/format';
import { useCommand } from '#lib/query-client';
import { systemZone } from '#lib/today';
import { ErrorState } from '#ui/error-state';
import { Select } from '#ui/select';

type Props = { readonly journals: Extract<VaultStatus, { state: 'locked' }>['journals'] };

/** Which of several journals to open, told apart by the dates on which they were made and by nothing else. */
export const ChooseJournal = ({ journals }: Props) => {
  const { t } = useTranslation();
  const select = useCommand('vault.select');
  const current = journals.find((journal) => journal.current);
  if (journals.length < 2 || current === undefined) return null;
  const options = journals.map(({ id, createdAt }) => ({
    id,
    label:
      createdAt === null
        ? t('lock.journalUnknown')
        : t('lock.journalFrom', { date: formatMomentExactly({ at: createdAt, zone: systemZone() }) }),
  }));
  return (
    <>
      <Select
        label={t('lock.journals')}
        hideLabel
        options={options}
        value={current.id}
        onChange={(journal) => select.mutate({ journal })}
      />
      {select.error !== null && <ErrorState code={select.error.code} />}
    </>
  );
};
