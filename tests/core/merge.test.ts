import { describe, expect, it } from 'vitest';
import { decideMerge, hasSeen, type MergeDecision, type Standing, seenByBoth } from '#core/merge';
import type { RecordVersion } from '#core/record';

const version = (ms: number, device = '0a0a0a0a'): RecordVersion =>
  `${ms.toString(16).padStart(12, '0')}-0000-${device}` as RecordVersion;

/** "live 2": how a record stands, and the time of its version. */
const standing = (text: string): Standing => {
  const [state = 'absent', ms = '0'] = text.split(' ');
  return state === 'absent' ? { state } : { state: state as 'live' | 'bin' | 'gone', version: version(Number(ms)) };
};

describe('what a merge does about a record', () => {
  it.each<[ours: string, theirs: string, MergeDecision]>([
    ['absent', 'live 1', 'added'],
    ['absent', 'bin 1', 'noted'],
    ['absent', 'gone 1', 'noted'],
    ['live 1', 'live 1', 'same'],
    ['live 1', 'live 2', 'newer'],
    ['live 2', 'live 1', 'older'],
    ['live 1', 'bin 2', 'deleted-there'],
    ['live 2', 'bin 1', 'older'],
    ['live 1', 'gone 2', 'deleted-there'],
    ['live 2', 'gone 1', 'same'],
    ['bin 1', 'live 2', 'returning'],
    ['bin 2', 'live 1', 'staying-deleted'],
    ['bin 1', 'bin 2', 'newer'],
    ['bin 2', 'bin 1', 'older'],
    ['bin 1', 'gone 2', 'same'],
    ['gone 2', 'live 1', 'staying-deleted'],
    ['gone 1', 'live 1', 'staying-deleted'],
    ['gone 1', 'live 2', 'returning'],
    ['gone 1', 'gone 2', 'noted'],
    ['gone 2', 'gone 1', 'same'],
    ['live 1', 'absent', 'same'],
  ])('%s here and %s there: %s', (ours, theirs, decision) => {
    expect(decideMerge(standing(ours), standing(theirs))).toBe(decision);
  });
});

describe('what a journal has seen', () => {
  const seen = { '0a0a0a0a': version(5), '0b0b0b0b': version(9, '0b0b0b0b') };

  it('is every version of a device up to the newest', () => {
    expect([version(4), version(5), version(6)].map((one) => hasSeen(seen, one))).toEqual([true, true, false]);
    expect(hasSeen(seen, version(1, '0c0c0c0c'))).toBe(false);
  });

  it('grows by what another has seen', () => {
    const other = { '0a0a0a0a': version(7), '0c0c0c0c': version(1, '0c0c0c0c') };
    expect(seenByBoth(seen, other)).toEqual({ ...seen, ...other });
    expect(seenByBoth(other, seen)).toEqual({ ...seen, ...other });
  });
});
