import { z } from 'zod';
import { localDate } from './local-date';
import { ownNumber } from './own-number';

/** What the person told about themselves; lives inside the journal. */
export const profile = z.strictObject({
  name: z.string().max(200),
  /** Used in place of a substance's name throughout; empty while not told. */
  recoveringFrom: z.string().max(200),
  medication: z.string().max(1000),
  reason: z.string().max(2000),
  personName: z.string().max(200),
  personPhone: z.string().max(100),
  secondName: z.string().max(200),
  secondPhone: z.string().max(100),
  thirdName: z.string().max(200),
  thirdPhone: z.string().max(100),
  /** The label of the clean-time ring, in the person's own words; empty for ours. */
  cleanTimeLabel: z.string().max(80),
});
export type Profile = z.infer<typeof profile>;

/** What is told anew; everything else stays. */
export const profileChange = profile.partial();
export type ProfileChange = z.infer<typeof profileChange>;

export const emptyProfile: Profile = {
  name: '',
  recoveringFrom: '',
  medication: '',
  reason: '',
  personName: '',
  personPhone: '',
  secondName: '',
  secondPhone: '',
  thirdName: '',
  thirdPhone: '',
  cleanTimeLabel: '',
};

export const countries = ['US', 'CA', 'GB', 'IE', 'AU', 'NZ', 'IN', 'EU'] as const;
export type Country = (typeof countries)[number];

/**
 * Comfort on this computer; lives outside the journal, readable while it is locked, and holds nothing personal: the
 * emergency card works locked, so its numbers are here, but nobody's name.
 */
export const deviceSettings = z.strictObject({
  theme: z.enum(['light', 'dark', 'system']),
  textSize: z.int().min(90).max(150),
  /** Whose numbers the emergency card shows; null follows the system's region. */
  country: z.enum(countries).nullable(),
  /** What to dial in place of the country's number; empty for none. */
  ownEmergencyNumber: ownNumber,
  /** Shown before the country's crisis line; empty for none. */
  ownCrisisLine: ownNumber,
  /** Minutes without a touch until the journal locks itself. */
  autoLockMinutes: z.int().min(1).max(120),
});
export type DeviceSettings = z.infer<typeof deviceSettings>;

export const defaultDeviceSettings: DeviceSettings = {
  theme: 'system',
  textSize: 100,
  country: null,
  ownEmergencyNumber: '',
  ownCrisisLine: '',
  autoLockMinutes: 5,
};

/** What About shows: versions, where the files lie, and whether Chromium's sandbox is off (containers running as root). */
export const about = z.strictObject({
  version: z.string(),
  electron: z.string(),
  chromium: z.string(),
  node: z.string(),
  journalFolder: z.string(),
  sandboxed: z.boolean(),
  /** For writing dates and numbers; perhaps only a guess from the language. */
  region: z.string(),
  /** What the system's settings say, never a guess; empty where they say nothing. */
  country: z.string(),
});
export type About = z.infer<typeof about>;

/** Facts about the journal's security that Settings shows. */
export const security = z.strictObject({
  kdfMemoryMib: z.number(),
  kdfPasses: z.number(),
  recoveryKeyProvenOn: localDate.nullable(),
  /** The day on which the key itself was last changed; null when never. */
  keyChangedOn: localDate.nullable(),
  /** True when the journal was opened with the recovery key, so a new passphrase may be chosen without the old one. */
  openedWithRecoveryKey: z.boolean(),
});
export type Security = z.infer<typeof security>;
