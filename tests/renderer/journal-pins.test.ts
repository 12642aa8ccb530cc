import { describe, expect, it } from 'vitest';
import { type ListedEntry, pinnedFirst, withEntry, withPinned } from '../../renderer/features/journal/listed-entry';
import { besideFound } from '../../renderer/features/journal/use-steps';
import { a, b, c, idsOf, list } from './listed';

describe('pinned entries', () => {
  const pinned = (entry: ListedEntry): ListedEntry => ({ ...entry, pinned: true });

  it('change the list when they are pinned or no longer are', () => {
    const before = list([[c, b], [a]]);
    const after = withEntry(before, pinned(b));
    expect(after).not.toBe(before);
    expect(after.pages[0]?.items[1]?.pinned).toBe(true);
    expect(idsOf(after)).toEqual(idsOf(before));
  });

  it('are in their own list while they are pinned, latest first', () => {
    const own = withPinned(withPinned(list([[]]), pinned(a)), pinned(c));
    expect(idsOf(own)).toEqual([['c', 'a']]);
    expect(idsOf(withPinned(own, pinned(b)))).toEqual([['c', 'b', 'a']]);
    expect(idsOf(withPinned(own, c))).toEqual([['a']]);
    expect(withPinned(own, b)).toBe(own);
  });

  it('stand before all others and nowhere else', () => {
    const ids = (items: readonly ListedEntry[]) => items.map(({ id }) => id);
    expect(ids(pinnedFirst([pinned(a)], [c, b, pinned(a)]))).toEqual(['a', 'c', 'b']);
    const all = [c, b, a];
    expect(pinnedFirst([], all)).toBe(all);
  });
});

describe('the entries beside one among those that were found', () => {
  it('are the rows above and below it', () => {
    expect(besideFound([c, b, a], b)).toEqual({ later: 'c', earlier: 'a' });
    expect(besideFound([c, b, a], c)).toEqual({ later: null, earlier: 'b' });
    expect(besideFound([c, b, a], a)).toEqual({ later: 'b', earlier: null });
  });

  it('are those around its moment when it is not among them', () => {
    expect(besideFound([c, a], b)).toEqual({ later: 'c', earlier: 'a' });
    expect(besideFound([b, a], c)).toEqual({ later: null, earlier: 'b' });
    expect(besideFound([c, b], a)).toEqual({ later: 'b', earlier: null });
    expect(besideFound([], a)).toEqual({ later: null, earlier: null });
  });
});
