import fc from 'fast-check';
import { dayOf } from '#core/local-date';
import { instant as instantSchema, LAST_INSTANT, type RecordId, type RecordVersion } from '#core/record';
import { day } from '#tests/support/builders';

const FIRST = instantSchema.minValue ?? 0;

/** Any record's id. */
export const id = fc.uuid({ version: 7 }).map((text) => text as RecordId);

/** Hex digits, so many. */
export const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });

/** Any record's version, of any time that a record can be from. */
export const version = fc
  .tuple(fc.integer({ min: 0, max: LAST_INSTANT }), hex(4), hex(8))
  .map(([ms, ...rest]) => [ms.toString(16).padStart(12, '0'), ...rest].join('-') as RecordVersion);

/** Any instant, epoch ms. */
export const instant = fc.integer({ min: FIRST, max: LAST_INSTANT });

/** Any of a lifetime's days. */
export const date = fc
  .integer({ min: -20_000, max: 40_000 })
  .map((days) => day(new Date(days * 86_400_000).toISOString().slice(0, 10)));

/** A text in any script, short. */
export const text = fc.string({ unit: 'grapheme', maxLength: 40 });

/** A label's name: not blank, on one line. */
export const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((typed) =>
    typed
      .normalize('NFC')
      .replace(/[\r\n]/g, ' ')
      .trim(),
  )
  .filter((typed) => typed !== '' && typed.length <= 80);

/** An answer from 0 to 10, or none. */
export const zeroToTen = fc.option(fc.integer({ min: 0, max: 10 }));

/** A mood, or none. */
export const mood = fc.option(fc.integer({ min: 1, max: 5 }));

/** Any number but negative zero, which JSON does not know. */
export const number = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((value) => value + 0);

/** The columns of any record, in the bin or not. */
export const record = { id, version, createdAt: instant, updatedAt: instant, deletedAt: fc.option(instant) };

const zone = fc.constantFrom('Europe/Berlin', 'America/St_Johns', 'Pacific/Kiritimati', 'Asia/Kathmandu', 'UTC');

/** A moment on its day, or on a day that time zone tables have since come to think of otherwise. */
export const moment = fc
  .record({ at: instant, zone, shift: fc.constantFrom(0, 0, 0, 86_400_000) })
  .map(({ at, zone: place, shift }) => ({ at, zone: place, day: dayOf(Math.max(FIRST, at - shift), place) }));
