import { describe, expect, it } from 'vitest';
import type { DraftContent } from '#core/draft';
import { AppError } from '#core/errors';
import { aCheckIn, anId } from '#tests/support/builders';
import { toFirstSchema } from '#tests/support/first-schema';
import { tempJournal, testClock } from '#tests/support/temp-journal';
import { currentSchema, migrate, schemaVersion } from '#worker/db/migrate';
import { sql } from '#worker/db/sql';
import { exportLines } from '#worker/exports/export-lines';
import { checkInsOf, saveCheckIn } from '#worker/services/check-ins';
import { dropDraft, keepDraft, openDrafts, storing } from '#worker/services/drafts';

const words = (note: string, record = anId()): DraftContent => ({
  form: 'run',
  ...{ record, baseVersion: null, cause: 'other', note },
  ...{ began: { day: null, minutes: null }, ended: null },
});

describe('what stands in a form', () => {
  it('is kept in place of what stood there before, the one typed in last first', () => {
    const clock = testClock();
    const journal = tempJournal(clock);
    const [one, other] = [anId(), anId()];
    keepDraft(journal, { id: one, content: words('A') });
    clock.set(clock.now() + 1000);
    keepDraft(journal, { id: other, content: words('B') });
    clock.set(clock.now() + 1000);
    keepDraft(journal, { id: one, content: words('A, and more') });
    expect(openDrafts(journal)).toMatchObject([
      { id: one, at: clock.now(), content: { note: 'A, and more' } },
      { id: other, content: { note: 'B' } },
    ]);
    dropDraft(journal, one);
    dropDraft(journal, one);
    expect(openDrafts(journal).map(({ id }) => id)).toEqual([other]);
  });

  it('goes in the same step as what it becomes is stored, and stays where that fails', () => {
    const journal = tempJournal();
    const [id, record] = [anId(), anId()];
    keepDraft(journal, { id, content: words('A') });
    const empty = { ...aCheckIn({ id: record, mood: null }), finishes: id };
    expect(() => storing(journal, empty, saveCheckIn)).toThrow(AppError);
    expect(openDrafts(journal)).toHaveLength(1);
    const saved = storing(journal, { ...aCheckIn({ id: record, mood: 3 }), finishes: id }, saveCheckIn);
    expect(saved).not.toHaveProperty('finishes');
    expect(openDrafts(journal)).toEqual([]);
    expect(checkInsOf(journal, { from: saved.day, to: saved.day })).toHaveLength(1);
  });

  it('is no change of the journal and asks for no backup', () => {
    const { db, clock } = tempJournal();
    const changed: string[] = [];
    const journal = { ...tempJournal(), db, clock, onChange: (id: string) => void changed.push(id) };
    keepDraft(journal, { id: anId(), content: words('A') });
    expect(changed).toEqual([]);
  });

  it('stays where it is when this program cannot read it', () => {
    const journal = tempJournal();
    const id = anId();
    keepDraft(journal, { id, content: words('A') });
    journal.db.run(sql`UPDATE draft SET content = '{"form":"letter"}'`);
    expect(openDrafts(journal)).toEqual([]);
    expect(journal.db.get(sql`SELECT count(*) AS n FROM draft`)).toEqual({ n: 1 });
  });
});

describe('exports', () => {
  it('leave out what was not saved', () => {
    const { journal } = { journal: tempJournal() };
    keepDraft(journal, { id: anId(), content: words('zq-never-saved') });
    const lines = [...exportLines(journal.db)].map((line) => JSON.stringify(line));
    expect(lines.join('')).not.toContain('zq-never-saved');
  });
});

describe('a journal without drafts', () => {
  it('is brought to this schema with everything in it', () => {
    const journal = tempJournal();
    const { db } = journal;
    const saved = saveCheckIn(journal, aCheckIn({ mood: 3 }));
    toFirstSchema(db);
    migrate(db);
    expect(schemaVersion(db)).toBe(currentSchema);
    keepDraft(journal, { id: anId(), content: words('A') });
    expect(openDrafts(journal)).toHaveLength(1);
    expect(checkInsOf(journal, { from: saved.day, to: saved.day })).toHaveLength(1);
  });
});
