import { isSameNumber } from '#core/own-number';
import type { Country, DeviceSettings } from '#core/settings';
import { crisisNumbers } from './crisis-numbers';

export type OwnNumbers = Pick<DeviceSettings, 'ownEmergencyNumber' | 'ownCrisisLine'>;

export type ShownNumbers = {
  /** What to dial in an emergency: the person's own number or else the country's; empty where nobody knows one. */
  readonly emergency: readonly string[];
  /** The country's, where the person's own stands in their place. */
  readonly otherEmergency: readonly string[];
  readonly crisisLines: readonly { readonly whose: 'own' | 'ours'; readonly number: string }[];
};

/** The numbers the card shows: own ones first, and no number twice. */
export const numbersFor = (country: Country | null, own: OwnNumbers): ShownNumbers => {
  const { emergency, crisisLine } = country === null ? { emergency: [], crisisLine: null } : crisisNumbers[country];
  const ours = emergency.map(({ number }) => number);
  const { ownEmergencyNumber, ownCrisisLine } = own;
  const ownLines = ownCrisisLine === '' ? [] : [{ whose: 'own' as const, number: ownCrisisLine }];
  const ourLines =
    crisisLine === null || isSameNumber(crisisLine.number, ownCrisisLine)
      ? []
      : [{ whose: 'ours' as const, number: crisisLine.number }];
  const crisisLines = [...ownLines, ...ourLines];
  if (ownEmergencyNumber === '') return { emergency: ours, otherEmergency: [], crisisLines };
  const otherEmergency = ours.filter((number) => !isSameNumber(number, ownEmergencyNumber));
  return { emergency: [ownEmergencyNumber], otherEmergency, crisisLines };
};
