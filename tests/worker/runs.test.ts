import { describe, expect, it } from 'vitest';
import { AppError } from '#core/errors';
import { isOtherRunOpen, otherRunOpen, type Run, type RunDraft } from '#core/run';
import { aRun, berlin, day } from '#tests/support/builders';
import { tempJournal } from '#tests/support/temp-journal';
import { exportLines, lineText } from '#worker/exports/export-lines';
import { parseLine } from '#worker/exports/parse-line';
import { storeRecords } from '#worker/exports/store-records';
import type { ExportRecord } from '#worker/exports/thread-messages';
import type { Journal } from '#worker/journal';
import { insertRun } from '#worker/repositories/run';
import { allRuns, binRun, currentCleanTime, restoreRun, saveRun } from '#worker/services/runs';
import { toWireError } from '#worker/to-wire-error';

const zone = 'Europe/Berlin';
const at = (date: string) => ({ at: berlin(date, 0), zone });
const since = (date: string, rest: Partial<RunDraft> = {}): RunDraft => aRun({ began: at(date), ...rest });
const between = (from: string, to: string): RunDraft => since(from, { ended: at(to), endCause: 'other' });
const changed = ({ id, version, began, ended, endCause, note }: Run, change: Partial<RunDraft>): RunDraft => ({
  id,
  baseVersion: version,
  began: { at: began.at, zone: began.zone },
  ended: ended && { at: ended.at, zone: ended.zone },
  endCause,
  note,
  ...change,
});

const secondOpen = new AppError('INVALID_INPUT', { fields: otherRunOpen });

const open = (journal: Journal) => allRuns(journal).filter(({ ended }) => ended === null);

/** A journal from before: two runs went on at once. */
const withTwoOpen = (): readonly [Journal, Run, Run] => {
  const journal = tempJournal();
  const first = saveRun(journal, since('2026-03-03'));
  const made = saveRun(journal, between('2026-07-01', '2026-07-09'));
  const second: Run = { ...made, id: since('2026-07-01').id, ended: null, endCause: null };
  insertRun(journal.db, second);
  return [journal, first, second];
};

const refusal = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return toWireError(error);
  }
  return null;
};

describe('a run that goes on', () => {
  it('is refused while another goes on, in words a form can tell, and nothing is stored', () => {
    const journal = tempJournal();
    const first = saveRun(journal, since('2026-03-03'));
    const error = refusal(() => saveRun(journal, since('2026-07-01')));
    expect(error).toEqual({ code: 'INVALID_INPUT', fields: otherRunOpen });
    expect(error !== null && isOtherRunOpen(error)).toBe(true);
    expect(allRuns(journal)).toEqual([first]);
    expect(currentCleanTime(journal, day('2026-11-21')).current?.beganDay).toBe('2026-03-03');
  });

  it('begins once the other has ended', () => {
    const journal = tempJournal();
    const first = saveRun(journal, since('2026-03-03'));
    saveRun(journal, changed(first, { ended: at('2026-07-01'), endCause: 'slip' }));
    saveRun(journal, since('2026-07-01'));
    expect(open(journal).map(({ began }) => began.day)).toEqual(['2026-07-01']);
  });

  it('cannot be made of one that has ended while another goes on, but of the only one', () => {
    const journal = tempJournal();
    const ended = saveRun(journal, between('2026-01-05', '2026-02-01'));
    const goesOnAgain = changed(ended, { ended: null, endCause: null });
    const other = saveRun(journal, since('2026-03-03'));
    expect(() => saveRun(journal, goesOnAgain)).toThrow(secondOpen);
    binRun(journal, other.id);
    expect(saveRun(journal, goesOnAgain).ended).toBeNull();
  });

  it('can be changed, also where an older journal has two', () => {
    const [journal, first, second] = withTwoOpen();
    expect(saveRun(journal, changed(first, { note: 'Still here.' })).note).toBe('Still here.');
    expect(saveRun(journal, changed(second, { note: 'Here too.' })).note).toBe('Here too.');
    expect(open(journal)).toHaveLength(2);
    expect(() => saveRun(journal, since('2026-08-01'))).toThrow(secondOpen);
  });

  it('may be overlapped by one that has ended', () => {
    const journal = tempJournal();
    saveRun(journal, since('2026-03-03'));
    saveRun(journal, between('2026-02-20', '2026-03-10'));
    expect(currentCleanTime(journal, day('2026-03-12')).totalDays).toBe(21);
  });
});

describe('a run in the bin', () => {
  it('stays there while another goes on, and comes back when none does', () => {
    const journal = tempJournal();
    const first = saveRun(journal, since('2026-03-03'));
    binRun(journal, first.id);
    const second = saveRun(journal, since('2026-07-01'));
    expect(refusal(() => restoreRun(journal, first.id))).toEqual({ code: 'INVALID_INPUT', fields: otherRunOpen });
    expect(allRuns(journal).map(({ id }) => id)).toEqual([second.id]);
    saveRun(journal, changed(second, { ended: at('2026-08-01'), endCause: 'other' }));
    restoreRun(journal, first.id);
    expect(open(journal).map(({ id }) => id)).toEqual([first.id]);
  });

  it('comes back at any time when it has ended', () => {
    const journal = tempJournal();
    const ended = saveRun(journal, between('2026-01-05', '2026-02-01'));
    binRun(journal, ended.id);
    saveRun(journal, since('2026-03-03'));
    restoreRun(journal, ended.id);
    expect(allRuns(journal)).toHaveLength(2);
  });
});

describe('an export of a journal with two open runs', () => {
  it('is restored as it was', () => {
    const [journal] = withTwoOpen();
    const texts = [...exportLines(journal.db)].map(lineText);
    const restored = tempJournal();
    storeRecords(restored)(texts.map((text) => parseLine(Buffer.from(text, 'utf8')) as ExportRecord));
    expect(allRuns(restored)).toEqual(allRuns(journal));
    expect(open(restored)).toHaveLength(2);
  });
});
