import type { Country } from '#core/settings';

type Listed = {
  /** As dialled, with spaces only for reading. */
  readonly number: string;
  readonly source: string;
  /** When it was last compared with its source. */
  readonly checkedOn: string;
};

type CrisisNumbers = {
  /** Ambulance and all other emergencies; the first is the one most people know. */
  readonly emergency: readonly [Listed, ...Listed[]];
  /** A line for people who think of suicide; null where the source names only the emergency number. */
  readonly crisisLine: Listed | null;
};

const careGuide = (number: string): Listed => ({ number, source: 'care.md', checkedOn: '2026-11-21' });

/** Numbers by country, from the care guide (design/care.md, "Emergency card"). Never change one without its source. */
export const crisisNumbers: Readonly<Record<Country, CrisisNumbers>> = {
  US: { emergency: [careGuide('911')], crisisLine: careGuide('988') },
  CA: { emergency: [careGuide('911')], crisisLine: careGuide('9-8-8') },
  GB: { emergency: [careGuide('999'), careGuide('112')], crisisLine: careGuide('116 123') },
  IE: { emergency: [careGuide('999'), careGuide('112')], crisisLine: careGuide('116 123') },
  AU: { emergency: [careGuide('000')], crisisLine: careGuide('13 11 14') },
  NZ: { emergency: [careGuide('111')], crisisLine: careGuide('1737') },
  IN: { emergency: [careGuide('112')], crisisLine: careGuide('14416') },
  EU: { emergency: [careGuide('112')], crisisLine: null },
};

/** Sources of the emergency card besides the numbers, and when its content was compared with them. */
export const emergencyContent = {
  sources: [
    'SAMHSA Overdose Prevention and Response Toolkit (public domain)',
    'WHO, Community management of opioid overdose',
  ],
  checkedOn: '2026-11-21',
} as const;
