import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DateRange, LocalDate } from '#core/local-date';
import { DayField } from '#ui/day-field';
import { Segmented } from '#ui/segmented';
import css from './range-chooser.module.css';
import { datesProblem, type RangeChoice, rangeChoices, type TypedDates, typedRange } from './ranges';

type Props = { readonly value: RangeChoice; readonly onChange: (value: RangeChoice) => void };

/** How far back to look. */
export const RangeChooser = ({ value, onChange }: Props) => {
  const { t } = useTranslation();
  return (
    <div className={css.ranges}>
      <Segmented
        label={t('trends.range.label')}
        options={rangeChoices.map((id) => ({ id, label: t(`trends.range.${id}`) }))}
        value={value}
        onChange={onChange}
      />
    </div>
  );
};

type DatesProps = {
  readonly value: DateRange;
  readonly today: LocalDate;
  /** Only whole ranges arrive here. */
  readonly onChange: (range: DateRange) => void;
};

/** Two dates of one's own. What is half typed stays in the fields until it is a range. */
export const CustomDates = ({ value, today, onChange }: DatesProps) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<TypedDates>(value);
  const problem = datesProblem(typed, today);
  const change = (part: Partial<TypedDates>): void => {
    const next = { ...typed, ...part };
    setTyped(next);
    const range = typedRange(next, today);
    if (range !== null) onChange(range);
  };
  return (
    <div className={css.dates}>
      <DayField label={t('trends.range.from')} value={typed.from} onChange={(from) => change({ from })} max={today} />
      <DayField label={t('trends.range.to')} value={typed.to} onChange={(to) => change({ to })} max={today} />
      <p className={css.problem} aria-live="polite">
        {problem !== null && t(`trends.range.${problem}`)}
      </p>
    </div>
  );
};
