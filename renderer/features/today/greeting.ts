/** Hours at which a part of the day begins; before the first it is night. */
const parts = [
  { from: 18, key: 'evening' },
  { from: 12, key: 'afternoon' },
  { from: 5, key: 'morning' },
] as const;

export type PartOfDay = (typeof parts)[number]['key'] | 'night';

/** What part of the day it is at so many minutes after midnight. */
export const partOfDay = (minutes: number): PartOfDay => parts.find(({ from }) => minutes >= from * 60)?.key ?? 'night';
