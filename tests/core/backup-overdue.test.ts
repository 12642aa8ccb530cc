import { describe, expect, it } from 'vitest';
import { backupOverdueSince } from '#core/backup-overdue';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 21, 11);
const ago = (days: number): number => NOW - days * DAY;

describe('a backup is overdue', () => {
  it.each([
    ['thirteen days after the last one', ago(13), ago(400), null],
    ['fourteen days after the last one', ago(14), ago(400), ago(14)],
    ['in a young journal without one', null, ago(13), null],
    ['fourteen days after the beginning, where there never was one', null, ago(14), ago(14)],
    ['when the last one lies in the future: that clock was wrong', ago(-3650), ago(400), ago(400)],
    ['not because the clock was put back by an hour', NOW + DAY / 24, ago(400), null],
    ['not while the clock stands before the beginning', null, ago(-3650), null],
  ])('%s', (_, verifiedAt, createdAt, since) => {
    expect(backupOverdueSince({ verifiedAt, createdAt, now: NOW })).toBe(since);
  });
});
