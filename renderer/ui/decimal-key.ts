import type { KeyboardEvent } from 'react';
import { formatLocale } from '#lib/format';

const decimalSign = (): string =>
  new Intl.NumberFormat(formatLocale()).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.';

/**
 * In a field for a number, both the comma and the point are the decimal sign: nobody groups thousands while typing, and
 * "7,5" read as 75 would be a wrong number.
 */
export const onDecimalKey = (event: KeyboardEvent<HTMLInputElement>): void => {
  const sign = decimalSign();
  if ((event.key !== ',' && event.key !== '.') || event.key === sign) return;
  event.preventDefault();
  // As if that key had been pressed, so that the field checks it like any other.
  document.execCommand('insertText', false, sign);
};
