import { useTranslation } from 'react-i18next';
import type { Salvage } from '#core/recovery';
import { formatList, formatMomentInSentence } from '#lib/format';
import { recordWords } from '#lib/record-words';
import { systemZone } from '#lib/today';

const listOf = (counts: Salvage['found']): string => formatList(recordWords(counts).map(({ words }) => words));

/** What can be read of a damaged journal, what comes from a backup instead, and what is missing. */
export const SalvageWords = ({ salvage }: { readonly salvage: Salvage }) => {
  const { t } = useTranslation();
  const { filled, missing, isUnsure, latestAt } = salvage;
  const [filledText, missingText] = [listOf(filled), listOf(missing)];
  return (
    <>
      {latestAt !== null && (
        <p>{t('recovery.salvage.latest', { when: formatMomentInSentence({ at: latestAt, zone: systemZone() }) })}</p>
      )}
      {filledText !== '' && <p>{t('recovery.salvage.filled', { what: filledText })}</p>}
      {missingText !== '' && <p>{t('recovery.salvage.missing', { what: missingText })}</p>}
      {missingText === '' && !isUnsure && <p>{t('recovery.salvage.whole')}</p>}
      {isUnsure && <p>{t('recovery.salvage.unsure')}</p>}
    </>
  );
};
