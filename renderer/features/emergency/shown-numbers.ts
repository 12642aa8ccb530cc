import type { Country } from '#core/settings';
import { crisisNumbers } from './crisis-numbers';

export type ShownNumbers = {
  /** What to dial in an emergency, best first; empty where Ebb knows none. */
  readonly emergency: readonly string[];
  readonly crisisLine: string | null;
};

/** The numbers the card shows. */
export const numbersFor = (country: Country | null): ShownNumbers => {
  if (country === null) return { emergency: [], crisisLine: null };
  const { emergency, crisisLine } = crisisNumbers[country];
  return { emergency: emergency.map(({ number }) => number), crisisLine: crisisLine?.number ?? null };
};
