import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportBadRow, ImportPreview, ImportReport } from '#core/import';
import { formatDayExactly, formatNumber } from '#lib/format';
import { Disclosure } from '#ui/disclosure';
import css from './merge.module.css';

type Counts = Pick<ImportReport, 'entries' | 'checkIns' | 'pictures' | 'known'> &
  Partial<Pick<ImportPreview, 'from' | 'to'>>;

/** How much comes in, or came in, of what. */
export const ImportCounts = ({ counts, isDone = false }: { readonly counts: Counts; readonly isDone?: boolean }) => {
  const { t } = useTranslation();
  const { entries, checkIns, pictures, known, from = null, to = null } = counts;
  const counted = (count: number) => ({ count, shown: formatNumber(count, 0) });
  return (
    <ul className={css.outcomes}>
      {entries > 0 && <li className={css.what}>{t('settings.import.entries', counted(entries))}</li>}
      {checkIns > 0 && <li className={css.what}>{t('settings.import.checkIns', counted(checkIns))}</li>}
      {pictures > 0 && <li>{t('settings.import.pictures', counted(pictures))}</li>}
      {from !== null && to !== null && (
        <li className={css.why}>
          {from === to
            ? t('settings.import.day', { from: formatDayExactly(from) })
            : t('settings.import.span', { from: formatDayExactly(from), to: formatDayExactly(to) })}
        </li>
      )}
      {known > 0 && (
        <li className={css.why}>{t(isDone ? 'settings.import.doneKnown' : 'settings.import.known', counted(known))}</li>
      )}
    </ul>
  );
};

/** What cannot be taken, each with its place and why. */
export const BadRows = ({ rows, count }: { readonly rows: readonly ImportBadRow[]; readonly count: number }) => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  if (count === 0) return null;
  const more = count - rows.length;
  return (
    <Disclosure
      label={t('settings.import.bad', { count, shown: formatNumber(count, 0) })}
      isOpen={isOpen}
      onChange={setOpen}
    >
      <ul className={css.bad}>
        {rows.map(({ file, line, reason }) => {
          const place = t('settings.import.badLine', { line: formatNumber(line, 0) });
          return (
            <li key={`${file}/${line}/${reason}`}>
              {file === '' ? place : t('settings.import.badAt', { file, line: place })}
              {': '}
              {t(`settings.import.reasons.${reason}`)}
            </li>
          );
        })}
        {more > 0 && <li>{t('settings.import.badMore', { count: more, shown: formatNumber(more, 0) })}</li>}
      </ul>
    </Disclosure>
  );
};
