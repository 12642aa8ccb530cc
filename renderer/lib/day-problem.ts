import { type LocalDate, localDate } from '#core/local-date';

/** What may be wrong with a date as it stands in its field. */
export type DayProblem = 'missing' | 'incomplete' | 'noSuchYear' | 'ahead' | 'tooLate' | 'tooEarly';

type Limits = { readonly min?: LocalDate | undefined; readonly max?: LocalDate | undefined; readonly today: LocalDate };

/** Why a whole date (`YYYY-MM-DD`, of any year) may not leave its field, or null. While a year is typed it is the year 2 for a moment. */
export const dayProblem = (typed: string, { min, max, today }: Limits): DayProblem | null => {
  if (!localDate.safeParse(typed).success) return 'noSuchYear';
  if (max !== undefined && typed > max) return max === today ? 'ahead' : 'tooLate';
  return min !== undefined && typed < min ? 'tooEarly' : null;
};
