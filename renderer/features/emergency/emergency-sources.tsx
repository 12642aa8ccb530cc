import { useTranslation } from 'react-i18next';
import { localDate } from '#core/local-date';
import type { Country } from '#core/settings';
import { formatDayExactly } from '#lib/format';
import { crisisNumbers, emergencyContent } from './crisis-numbers';
import css from './emergency.module.css';

const writeDate = (day: string): string => {
  const parsed = localDate.safeParse(day);
  return parsed.success ? formatDayExactly(parsed.data) : day;
};

type Props = {
  /** Whose numbers are shown; none where nobody knows. */
  readonly countries: readonly Country[];
  /** Whether numbers of the person's own are shown. */
  readonly withOwn?: boolean;
};

/** Where the emergency card comes from and when it was checked. */
export const EmergencySources = ({ countries, withOwn = false }: Props) => {
  const { t } = useTranslation();
  const numbers = countries.flatMap((country) => {
    const { emergency, crisisLine } = crisisNumbers[country];
    return crisisLine === null ? emergency : [...emergency, crisisLine];
  });
  const oldest = numbers.map(({ checkedOn }) => checkedOn).sort()[0];
  const [number] = countries.length === 1 ? numbers : [];
  return (
    <span className={css.sources}>
      <span>
        {t('emergency.sources.overdose', { sources: emergencyContent.sources.join('; ') })}{' '}
        {t('emergency.sources.guide', { date: writeDate(emergencyContent.checkedOn) })}
      </span>
      <span>
        {oldest === undefined
          ? t(withOwn ? 'emergency.sources.ownAlone' : 'emergency.sources.noNumbers')
          : [
              t('emergency.sources.numbers', { date: writeDate(oldest) }),
              number === undefined
                ? t('emergency.sources.orLocal')
                : t('emergency.sources.orNumber', { number: number.number }),
              ...(withOwn ? [t('emergency.sources.own')] : []),
            ].join(' ')}
      </span>
      <span>{t('emergency.sources.advice')}</span>
    </span>
  );
};
