import type { Country } from '#core/settings';

type Listed = {
  /** As dialled, with spaces only for reading. */
  readonly number: string;
  /** Where it comes from; `own-list` is the table in docs/care.md, which nobody has compared with those who run the number. */
  readonly source: 'own-list';
  /** When it was last compared with that. */
  readonly checkedOn: string;
};

type CrisisNumbers = {
  /** Ambulance and all other emergencies; the first is the one most people know. */
  readonly emergency: readonly [Listed, ...Listed[]];
  /** A line for people who think of suicide; null where Ebb knows only the emergency number. */
  readonly crisisLine: Listed | null;
};

const listed = (number: string): Listed => ({ number, source: 'own-list', checkedOn: '2026-11-21' });

/** Numbers by country, as in the table of docs/care.md, "Numbers"; never change one without the other. */
export const crisisNumbers: Readonly<Record<Country, CrisisNumbers>> = {
  US: { emergency: [listed('911')], crisisLine: listed('988') },
  CA: { emergency: [listed('911')], crisisLine: listed('9-8-8') },
  GB: { emergency: [listed('999'), listed('112')], crisisLine: listed('116 123') },
  IE: { emergency: [listed('999'), listed('112')], crisisLine: listed('116 123') },
  AU: { emergency: [listed('000')], crisisLine: listed('13 11 14') },
  NZ: { emergency: [listed('111')], crisisLine: listed('1737') },
  IN: { emergency: [listed('112')], crisisLine: listed('14416') },
  EU: { emergency: [listed('112')], crisisLine: null },
};

/** The publications behind the signs and steps, and when the card was last compared with docs/care.md; not with them. */
export const emergencyContent = {
  sources: [
    'SAMHSA Overdose Prevention and Response Toolkit (public domain)',
    'WHO, Community management of opioid overdose',
  ],
  checkedOn: '2026-11-21',
} as const;
