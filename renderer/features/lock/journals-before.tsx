import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#lib/query-client';
import { Button } from '#ui/button';
import { Disclosure } from '#ui/disclosure';
import { ErrorState } from '#ui/error-state';
import { currentOf, dateText, type Locked } from './journals';
import css from './lock-screen.module.css';

/** The journals in whose place another stands. Out of the way until they are wanted: nobody is to open one by accident. */
export const JournalsBefore = ({ status }: { readonly status: Locked }) => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const select = useCommand('vault.select');
  const current = currentOf(status);
  const before = status.replaced.filter(({ id }) => id !== current?.id).sort((one, other) => other.at - one.at);
  if (before.length === 0) return null;
  return (
    <div className={css.before}>
      <Disclosure label={t('lock.before')} isOpen={isOpen} onChange={setOpen}>
        <p className={css.next}>{t('lock.beforeLead')}</p>
        <ul className={css.list}>
          {before.map(({ id, at }) => (
            <li key={id}>
              <Button variant="soft" wide onPress={() => select.mutate({ journal: id })}>
                {t('lock.journalBefore', { date: dateText(at) })}
              </Button>
            </li>
          ))}
        </ul>
        {select.error !== null && <ErrorState code={select.error.code} />}
      </Disclosure>
    </div>
  );
};
