import { useTranslation } from 'react-i18next';
import { useCommand } from '#lib/query-client';
import { Button } from '#ui/button';
import { ErrorState } from '#ui/error-state';
import { Notice } from '#ui/notice';
import { Select } from '#ui/select';
import { currentOf, dateText, type Locked, replacedAt, successorOf } from './journals';

type Props = { readonly status: Locked };

/**
 * Which of several journals to open, told apart by the dates on which they were made and by nothing else; and the way back
 * from one in whose place another stands.
 */
export const ChooseJournal = ({ status }: Props) => {
  const { t } = useTranslation();
  const select = useCommand('vault.select');
  const current = currentOf(status);
  const since = replacedAt(status, current?.id);
  const successor = successorOf(status);
  const failure = select.error !== null && <ErrorState code={select.error.code} />;
  if (since !== null && successor !== null) {
    return (
      <>
        <Notice
          tone="dawn"
          action={
            <Button variant="soft" onPress={() => select.mutate({ journal: successor.id })}>
              {t('lock.backToCurrent')}
            </Button>
          }
        >
          {t('lock.isBefore', { date: dateText(since) })}
        </Notice>
        {failure}
      </>
    );
  }
  if (status.journals.length < 2 || current === undefined) return null;
  const label = (id: string, createdAt: number | null): string => {
    const before = replacedAt(status, id);
    if (before !== null) return t('lock.journalBefore', { date: dateText(before) });
    return createdAt === null ? t('lock.journalUnknown') : t('lock.journalFrom', { date: dateText(createdAt) });
  };
  return (
    <>
      <Select
        label={t('lock.journals')}
        hideLabel
        options={status.journals.map(({ id, createdAt }) => ({ id, label: label(id, createdAt) }))}
        value={current.id}
        onChange={(journal) => select.mutate({ journal })}
      />
      {failure}
    </>
  );
};
