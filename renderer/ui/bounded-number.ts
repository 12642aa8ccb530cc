import { type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '#lib/announce';
import { useFieldProblem } from '#lib/field-problems';
import { formatNumber } from '#lib/format';

type Options = {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly min: number;
  readonly max: number;
  readonly input: RefObject<HTMLInputElement | null>;
};

/**
 * A number that may be typed and does not fit stays in its field, which says so (to the form around it too), and never
 * becomes another number. Gives the props of React Aria's number field, and what is wrong in words.
 */
export const useBoundedNumber = ({ value, onChange, min, max, input }: Options) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<{ readonly over: number | null; readonly number: number } | null>(null);
  const outside = typed !== null && typed.over === value ? typed.number : null;
  const wrong = outside === null ? null : t('ui.number.outside', { min: formatNumber(min), max: formatNumber(max) });
  const { onEdit } = useFieldProblem(wrong, () => input.current?.focus());
  useEffect(() => {
    if (wrong !== null) announce(wrong);
  }, [wrong]);
  const take = (next: number): void => {
    onEdit();
    const fits = Number.isNaN(next) || (next >= min && next <= max);
    setTyped(fits ? null : { over: value, number: next });
    if (fits) onChange(Number.isNaN(next) ? null : next);
  };
  const field = {
    value: outside ?? value ?? Number.NaN,
    onChange: take,
    minValue: min,
    maxValue: max,
    commitBehavior: 'validate',
    validationBehavior: 'aria',
  } as const;
  return { field, wrong };
};
