import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { tempFolder } from '#tests/support/temp-folder';
import { createDatabase } from '#worker/db/open-database';
import { type Journal, journalOf } from '#worker/journal';

/** A clock that a test sets. */
export type TestClock = {
  now: () => number;
  zone: () => string;
  set: (at: number) => void;
  move: (zone: string) => void;
};

/** Noon on 21 November 2026 in Berlin, until told otherwise. */
export const testClock = (at = Date.UTC(2026, 10, 21, 11), place = 'Europe/Berlin'): TestClock => {
  let now = at;
  let zone = place;
  return {
    now: () => now,
    zone: () => zone,
    set: (next) => {
      now = next;
    },
    move: (next) => {
      zone = next;
    },
  };
};

/** A journal in a real SQLCipher database, empty, gone when the test has finished. */
export const tempJournal = (clock: TestClock = testClock()): Journal => {
  const db = createDatabase(join(tempFolder(), 'journal.db'), 'ab'.repeat(48));
  onTestFinished(() => db.close());
  return journalOf(db, clock);
};
