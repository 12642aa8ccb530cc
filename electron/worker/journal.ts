import { v7 } from 'uuid';
import { dayOf, type LocalDate } from '#core/local-date';
import type { RecordId, RecordVersion } from '#core/record';
import { nextVersion } from '#core/version-clock';
import type { Database } from './db/database';
import { deviceOf } from './repositories/device';

/** The time and place of the computer; an argument, so that tests can choose them. */
export type Clock = { readonly now: () => number; readonly zone: () => string };

/** The computer's own clock and time zone. */
export const systemClock: Clock = {
  now: () => Date.now(),
  zone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
};

/** An open journal: what every service works on. */
export type Journal = {
  readonly db: Database;
  readonly clock: Clock;
  readonly newId: () => RecordId;
  /** The version of a change made now to a record whose version was `previous` (null for a new one). */
  readonly newVersion: (previous: RecordVersion | null) => RecordVersion;
  readonly today: () => LocalDate;
  /** Called with the id of every record that is about to be changed. */
  readonly onChange: (id: RecordId) => void;
};

/** The journal behind an open database. Its device id is the one stored in it. */
export const journalOf = (db: Database, clock: Clock, onChange: Journal['onChange'] = () => undefined): Journal => {
  const device = deviceOf(db);
  let last: RecordVersion | null = null;
  return {
    db,
    clock,
    newId: () => v7() as RecordId,
    newVersion: (previous) => {
      const floor =
        [previous, last]
          .filter((version) => version !== null)
          .sort()
          .at(-1) ?? null;
      last = nextVersion({ last: floor, now: clock.now(), device });
      return last;
    },
    today: () => dayOf(clock.now(), clock.zone()),
    onChange,
  };
};
