import { describe, expect, it } from 'vitest';
import { isSalvageBetter, type Salvage, salvagedOf } from '#core/recovery';
import { aSnapshot } from '#tests/support/builders';

const read: Salvage = {
  found: { entry: 92, 'check-in': 4 },
  filled: { entry: 1 },
  missing: {},
  binned: { entries: 10, checkIns: 1 },
  isUnsure: false,
  latestAt: null,
};

describe('what can be read of a damaged journal', () => {
  it('is counted without what is deleted, as a snapshot is', () => {
    expect(salvagedOf(read)).toEqual({ entries: 83, checkIns: 3 });
  });

  it('is better than a snapshot only where it shows as much', () => {
    expect(isSalvageBetter({ salvage: read, snapshots: [aSnapshot({ entries: 84, checkIns: 3 })] })).toBe(false);
    expect(isSalvageBetter({ salvage: read, snapshots: [aSnapshot({ entries: 83, checkIns: 3 })] })).toBe(true);
    expect(isSalvageBetter({ salvage: read, snapshots: [aSnapshot({ damaged: true, entries: 90 })] })).toBe(true);
    expect(isSalvageBetter({ salvage: null, snapshots: [] })).toBe(false);
  });
});
