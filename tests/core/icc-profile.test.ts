import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rebuildProfile } from '#core/icc-profile';
import { jpegParts, webpParts } from '#tests/support/picture-parts';
import { secretsIn } from '#tests/support/picture-secrets';
import { readPicture } from '#tests/support/pictures';

const profileInJpeg = (name: string): Uint8Array =>
  Uint8Array.from(
    jpegParts(readPicture(name))
      .filter((part) => part.name === 'e2 ICC_PROFILE')
      .flatMap((part) => [...part.bytes.subarray(18)]),
  );

const profileInWebp = (name: string): Uint8Array => {
  const part = webpParts(readPicture(name)).find((one) => one.name === 'ICCP');
  return part?.bytes.slice(8) ?? new Uint8Array();
};

const swapped = profileInJpeg('jpeg-camera.jpg');
const profiles: readonly (readonly [string, Uint8Array])[] = [
  ['red, green and blue', swapped],
  ['a wider red, green and blue, of version 4', profileInWebp('webp-camera.webp')],
  ['greys', profileInJpeg('jpeg-grey.jpg')],
  ['inks', profileInJpeg('jpeg-cmyk.jpg')],
];

/** The tags of a profile with their values. */
const tagsOf = (profile: Uint8Array): Map<string, Buffer> => {
  const view = Buffer.from(profile);
  return new Map(
    Array.from({ length: view.readUInt32BE(128) }, (_, index) => {
      const at = 132 + index * 12;
      const from = view.readUInt32BE(at + 4);
      return [view.toString('latin1', at, at + 4), view.subarray(from, from + view.readUInt32BE(at + 8))];
    }),
  );
};

const rebuilt = (profile: Uint8Array): Uint8Array => {
  const made = rebuildProfile(profile);
  if (made === null) throw new Error('not taken for a profile');
  return made;
};

/** The profile with a tag of another name in place of one. */
const renamed = (profile: Uint8Array, from: string, to: string): Uint8Array => {
  const copy = Buffer.from(profile);
  copy.write(to, copy.indexOf(from, 132, 'latin1'), 'latin1');
  return new Uint8Array(copy);
};

describe.each(profiles)('a colour profile of %s', (_, profile) => {
  it('keeps the numbers that make colours, byte for byte', () => {
    const before = tagsOf(profile);
    const after = tagsOf(rebuilt(profile));
    const kept = [...after].filter(([name]) => name !== 'desc' && name !== 'cprt');
    expect(kept.length).toBeGreaterThan(1);
    for (const [name, value] of kept) expect(value).toEqual(before.get(name)?.subarray(0, value.length));
  });

  it('says neither what it is called nor who made it, when, and for which device', () => {
    expect(secretsIn('image/jpeg', profile).length).toBeGreaterThan(4);
    expect(secretsIn('image/jpeg', rebuilt(profile))).toEqual([]);
    expect([...tagsOf(rebuilt(profile)).keys()].sort().join()).not.toMatch(/dmn|dmd|mmod|vcgt|B2A/);
  });

  it('has zeros where its header spoke of all that', () => {
    const header = Buffer.from(rebuilt(profile).subarray(0, 128));
    expect(header.subarray(4, 8).equals(Buffer.alloc(4))).toBe(true);
    expect(header.subarray(24, 36).equals(Buffer.alloc(12))).toBe(true);
    expect(header.subarray(40, 64).equals(Buffer.alloc(24))).toBe(true);
    expect(header.subarray(80, 128).equals(Buffer.alloc(48))).toBe(true);
    expect(header.readUInt32BE(0)).toBe(rebuilt(profile).length);
    expect(header.subarray(8, 10)).toEqual(Buffer.from(profile.subarray(8, 10)));
  });

  it('stays as it is when it is made again', () => {
    expect(rebuilt(rebuilt(profile))).toEqual(rebuilt(profile));
  });

  it('is none where it is cut', () => {
    for (let end = 0; end < profile.length; end += 1) expect(rebuildProfile(profile.subarray(0, end))).toBeNull();
  });

  it('with any bytes changed is none, or one that stays as it is', () => {
    const changes = fc.array(fc.tuple(fc.nat(profile.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(changes, (all) => {
        const other = profile.slice();
        for (const [at, value] of all) other[at] = value;
        const made = rebuildProfile(other);
        if (made !== null) expect(Buffer.compare(rebuilt(made), made)).toBe(0);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a colour profile', () => {
  it.each(['rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC'])('of colours without %s is none', (name) => {
    expect(rebuildProfile(renamed(swapped, name, 'none'))).toBeNull();
  });

  it('keeps a shared curve once', () => {
    const made = rebuilt(swapped);
    expect(tagsOf(made).get('rTRC')).toEqual(tagsOf(made).get('bTRC'));
    expect(made.length).toBeLessThan(swapped.length);
  });

  it('of another space, or for something else than a device, is none', () => {
    for (const [at, text] of [
      [12, 'link'],
      [16, 'Lab '],
      [20, 'Luv '],
      [36, 'none'],
    ] as const) {
      const other = Buffer.from(swapped);
      other.write(text, at, 'latin1');
      expect(rebuildProfile(new Uint8Array(other))).toBeNull();
    }
  });

  it('loses what lies behind its tables', () => {
    const made = rebuilt(profileInJpeg('jpeg-cmyk.jpg'));
    expect(tagsOf(made).get('A2B0')).toHaveLength(48 + 256 * 4 + 16 * 3 + 256 * 3);
  });
});
