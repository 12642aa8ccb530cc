import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeRecoveryKey, encodeRecoveryKey, normalizeGroup } from '#core/recovery-key';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const anyKey = () => fc.uint8Array({ minLength: 20, maxLength: 20 });
const anyIndex = () => fc.integer({ min: 0, max: 7 });
const read = (groups: readonly string[]) => decodeRecoveryKey(groups.join(' '));
const badGroupsOf = (text: string): readonly number[] => {
  const decoded = decodeRecoveryKey(text);
  return decoded.ok ? [] : decoded.badGroups;
};
const replaceAt = (text: string, place: number, symbol: string): string =>
  text.slice(0, place) + symbol + text.slice(place + 1);
const seeded = (seed: number): Uint8Array =>
  Uint8Array.from({ length: 20 }, (_, place) => (seed * 31 + place * 97) & 255);

describe('a recovery key as written', () => {
  test('is eight groups of four symbols and their check symbol', () => {
    // Only the index speaks here: α⁵·i.
    expect(encodeRecoveryKey(new Uint8Array(20))).toEqual([
      '00000',
      '00005',
      '0000A',
      '0000F',
      '0000M',
      '0000H',
      '0000Y',
      '0000V',
    ]);
    // Worked out by another program, with multiplication of polynomials instead of powers.
    expect(encodeRecoveryKey(Uint8Array.from({ length: 20 }, (_, place) => place))).toEqual([
      '000GD',
      '40R4S',
      '0M308',
      'E209Z',
      '185GK',
      'R38ES',
      '1W81S',
      '24GK3',
    ]);
  });

  test('comes back from what was written, for any key', () => {
    fc.assert(
      fc.property(anyKey(), (bytes) => {
        const groups = encodeRecoveryKey(bytes);
        expect(groups).toHaveLength(8);
        expect(groups.every((group) => /^[0-9A-HJKMNP-TV-Z]{5}$/.test(group))).toBe(true);
        expect(read(groups)).toEqual({ ok: true, bytes });
      }),
    );
  });

  test('is not made of another number of bytes', () => {
    expect(() => encodeRecoveryKey(new Uint8Array(19))).toThrow(RangeError);
    expect(() => encodeRecoveryKey(new Uint8Array(21))).toThrow(RangeError);
  });

  test('is read in any case, with any separators, and with O, I and L for the digits they look like', () => {
    fc.assert(
      fc.property(anyKey(), fc.constantFrom('', ' ', '-', '\n', ' – ', '.', '\t\t', '_'), (bytes, separator) => {
        const written = encodeRecoveryKey(bytes).join(separator);
        const sloppy = written.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
        expect(decodeRecoveryKey(sloppy)).toEqual({ ok: true, bytes });
        expect(decodeRecoveryKey(`  ${written.replaceAll('1', 'I')}\n`)).toEqual({ ok: true, bytes });
        expect(decodeRecoveryKey([...written].join(' '))).toEqual({ ok: true, bytes });
      }),
    );
  });

  test('a typed group is tidied for comparison', () => {
    expect(normalizeGroup(' o1lI-z ')).toBe('0111Z');
    expect(normalizeGroup('ａｂｃ１２')).toBe('ABC12');
    expect(normalizeGroup('---')).toBe('');
  });
});

describe('a mistake in a recovery key', () => {
  test('of any one symbol is found, in every place and for every symbol', () => {
    for (const seed of [0, 1, 2, 3]) {
      const groups = encodeRecoveryKey(seeded(seed));
      groups.forEach((group, index) => {
        for (const [place, right] of [...group].entries()) {
          for (const symbol of ALPHABET) {
            const typed = groups.with(index, replaceAt(group, place, symbol)).join(' ');
            expect(badGroupsOf(typed)).toEqual(symbol === right ? [] : [index]);
          }
        }
      });
    }
  });

  test('of any one symbol is found in any key', () => {
    const anyPlace = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(anyKey(), anyIndex(), anyPlace, fc.constantFrom(...ALPHABET), (bytes, index, place, symbol) => {
        const groups = encodeRecoveryKey(bytes);
        const group = groups[index] ?? '';
        fc.pre(group[place] !== symbol);
        expect(read(groups.with(index, replaceAt(group, place, symbol)))).toEqual({ ok: false, badGroups: [index] });
      }),
    );
  });

  test('by exchanging any two symbols of a group is found', () => {
    const anyPlace = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(anyKey(), anyIndex(), anyPlace, anyPlace, (bytes, index, one, other) => {
        const groups = encodeRecoveryKey(bytes);
        const group = groups[index] ?? '';
        const [first = '', second = ''] = [group[one], group[other]];
        fc.pre(first !== second);
        const swapped = replaceAt(replaceAt(group, one, second), other, first);
        expect(read(groups.with(index, swapped))).toEqual({ ok: false, badGroups: [index] });
      }),
      { numRuns: 1000 },
    );
  });

  test('by exchanging any two groups is found in both, even when their symbols are the same', () => {
    const indexes = [0, 1, 2, 3, 4, 5, 6, 7];
    const pairs = indexes.flatMap((one) =>
      indexes.filter((other) => other > one).map((other) => [one, other] as const),
    );
    for (const bytes of [new Uint8Array(20), seeded(5), seeded(9)]) {
      const groups = encodeRecoveryKey(bytes);
      for (const [one, other] of pairs) {
        const swapped = groups.with(one, groups[other] ?? '').with(other, groups[one] ?? '');
        expect(read(swapped)).toEqual({ ok: false, badGroups: [one, other] });
      }
    }
  });

  test('by exchanging any two groups is found in any key', () => {
    fc.assert(
      fc.property(anyKey(), anyIndex(), anyIndex(), (bytes, one, other) => {
        fc.pre(one !== other);
        const groups = encodeRecoveryKey(bytes);
        const swapped = groups.with(one, groups[other] ?? '').with(other, groups[one] ?? '');
        expect(read(swapped)).toEqual({ ok: false, badGroups: [one, other].sort() });
      }),
    );
  });

  test('by leaving out or doubling a symbol points at its group when the groups were typed apart', () => {
    fc.assert(
      fc.property(anyKey(), anyIndex(), fc.integer({ min: 0, max: 4 }), (bytes, index, place) => {
        const groups = encodeRecoveryKey(bytes);
        const group = groups[index] ?? '';
        const shorter = group.slice(0, place) + group.slice(place + 1);
        const longer = group.slice(0, place) + (group[place] ?? '') + group.slice(place);
        expect(read(groups.with(index, shorter))).toEqual({ ok: false, badGroups: [index] });
        expect(read(groups.with(index, longer))).toEqual({ ok: false, badGroups: [index] });
      }),
    );
  });

  test('of length is a mistake however it was typed', () => {
    const groups = encodeRecoveryKey(seeded(7));
    const joined = groups.join('');
    expect(badGroupsOf('')).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(badGroupsOf(' - - ')).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(badGroupsOf(joined.slice(0, -1))).toEqual([7]);
    expect(badGroupsOf(groups.slice(0, 6).join(' '))).toEqual([6, 7]);
    expect(badGroupsOf(`${joined}0`)).toEqual([7]);
    expect(badGroupsOf(joined + joined)).toEqual([7]);
    expect(badGroupsOf(`${groups.join(' ')} ${groups[0]}`)).toEqual([7]);
  });

  test('such as a letter that is never used is not passed over', () => {
    const groups = encodeRecoveryKey(seeded(8));
    expect(read(groups.with(2, replaceAt(groups[2] ?? '', 1, 'U')))).toEqual({ ok: false, badGroups: [2] });
    expect(read(groups.with(2, replaceAt(groups[2] ?? '', 1, 'ñ')))).toEqual({ ok: false, badGroups: [2] });
  });

  test('never makes reading fail, and names at least one group', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const decoded = decodeRecoveryKey(text);
        if (decoded.ok) expect(decoded.bytes).toHaveLength(20);
        else expect(decoded.badGroups.length).toBeGreaterThan(0);
      }),
    );
  });
});
