import { useTranslation } from 'react-i18next';
import { localDate } from '#core/local-date';
import { type Country, countries } from '#core/settings';
import { formatDayExactly } from '#lib/format';
import { crisisNumbers, emergencyContent } from './crisis-numbers';
import css from './emergency.module.css';

const writeDate = (day: string): string => {
  const parsed = localDate.safeParse(day);
  return parsed.success ? formatDayExactly(parsed.data) : day;
};

/** Where the emergency card comes from and when it was checked; for one country's numbers, or for all. */
export const EmergencySources = ({ country }: { readonly country?: Country }) => {
  const { t } = useTranslation();
  const shown = country === undefined ? countries : [country];
  const numbers = shown.flatMap((key) => {
    const { emergency, crisisLine } = crisisNumbers[key];
    return crisisLine === null ? emergency : [...emergency, crisisLine];
  });
  const oldest = numbers.map(({ checkedOn }) => checkedOn).sort()[0] ?? emergencyContent.checkedOn;
  const fallback = crisisNumbers[country ?? 'EU'].emergency[0].number;
  return (
    <span className={css.sources}>
      <span>
        {t('emergency.sources.overdose', {
          sources: emergencyContent.sources.join('; '),
          date: writeDate(emergencyContent.checkedOn),
        })}
      </span>
      <span>{t('emergency.sources.numbers', { date: writeDate(oldest), number: fallback })}</span>
      <span>{t('emergency.sources.advice')}</span>
    </span>
  );
};
