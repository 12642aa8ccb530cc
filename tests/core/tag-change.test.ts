import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldLabel } from '#core/label';
import { isSameTag, mergedTags, withTag } from '#core/tag-change';

const tags = fc.uniqueArray(fc.constantFrom('Fam', 'Family', 'Café', 'river', 'Work', 'x'), { selector: foldLabel });

describe('the tags of an entry after a change', () => {
  it.each<[string[], string, string | null, string[]]>([
    [['a', 'Fam', 'b'], 'fam', 'Family', ['a', 'Family', 'b']],
    [['Fam', 'a', 'FAMILY'], 'fam', 'Family', ['Family', 'a']],
    [['family', 'a', 'Fam'], 'Fam', 'Family', ['family', 'a']],
    [['a', 'Fam'], 'FAM', null, ['a']],
    [['fam'], 'fam', 'Fam', ['Fam']],
    [['a'], 'fam', 'b', ['a']],
  ])('%j with %j as %j are %j', (before, name, to, after) => {
    expect(withTag(before, name, to)).toEqual(after);
  });

  it('are each there once, without the old name, and otherwise in their order', () => {
    fc.assert(
      fc.property(
        tags,
        fc.constantFrom('fam', 'river', 'nowhere'),
        fc.constantFrom('Kin', 'WORK', null),
        (all, name, to) => {
          const after = withTag(all, name, to);
          expect(new Set(after.map(foldLabel)).size).toBe(after.length);
          expect(after.some((tag) => isSameTag(tag, name))).toBe(false);
          const others = (list: readonly string[]) =>
            list.filter((tag) => !isSameTag(tag, name) && (to === null || !isSameTag(tag, to)));
          expect(others(after)).toEqual(others(all));
          if (to !== null && all.some((tag) => isSameTag(tag, name)))
            expect(after.some((tag) => isSameTag(tag, to))).toBe(true);
        },
      ),
    );
  });
});

describe('the tags of an entry that was changed on two sides', () => {
  it('has what either side put on, without what either took off', () => {
    expect(mergedTags(['Fam', 'work'], ['Fam', 'work', 'new'], ['Family', 'work'])).toEqual(['Family', 'work', 'new']);
    expect(mergedTags(['Fam', 'work'], ['Fam'], ['Family', 'work'])).toEqual(['Family']);
  });

  it('is what one side made of it where the other left it alone', () => {
    fc.assert(
      fc.property(tags, tags, (base, other) => {
        expect(mergedTags(base, other, base)).toEqual(other);
        expect(mergedTags(base, base, other)).toEqual(other);
      }),
    );
  });

  it('never names a tag twice', () => {
    fc.assert(
      fc.property(tags, tags, tags, (base, ours, theirs) => {
        const merged = mergedTags(base, ours, theirs).map(foldLabel);
        expect(new Set(merged).size).toBe(merged.length);
      }),
    );
  });
});
