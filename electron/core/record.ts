import { z } from 'zod';

/** Identity of a record: a UUIDv7 in its usual text form; stored as 16 bytes. */
export const recordId = z.uuidv7().brand<'RecordId'>();
export type RecordId = z.infer<typeof recordId>;

/** Hybrid logical clock of a record's last change: `<ms, 12 hex>-<counter, 4 hex>-<device, 8 hex>`; sorts by time as text. */
export const recordVersion = z
  .string()
  .regex(/^[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{8}$/)
  .brand<'RecordVersion'>();
export type RecordVersion = z.infer<typeof recordVersion>;

/** The last instant that anything can have happened at: the end of the year 2199 (see local-date) in every time zone. */
export const LAST_INSTANT = Date.UTC(2199, 11, 30);

/** Epoch milliseconds, of the years 1900 to 2199 in every time zone. */
export const instant = z
  .int()
  .min(Date.UTC(1900, 0, 2))
  .max(LAST_INSTANT);

// Asking costs far more than remembering, and a journal knows few zones.
const knownZones = new Set<string>();

const isTimeZone = (name: string): boolean => {
  if (knownZones.has(name)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    knownZones.add(name);
    return true;
  } catch {
    return false;
  }
};

/** An IANA time zone that this runtime knows. */
export const zone = z.string().min(1).max(64).refine(isTimeZone, 'unknown time zone');

/** The columns every record carries. */
export const recordColumns = {
  id: recordId,
  version: recordVersion,
  createdAt: instant,
  updatedAt: instant,
  deletedAt: instant.nullable(),
};

/** What identifies one record in a command. */
export const recordKey = z.strictObject({ id: recordId });
