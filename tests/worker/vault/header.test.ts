import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeHeader, type HeaderFields, isAuthentic, parseHeader } from '#worker/vault/header';

const vaultKey = new Uint8Array(32).fill(7);

const fields: HeaderFields = {
  format: 'ebb-vault',
  version: 1,
  vaultId: '7f3b8c1e-3a52-4a7e-9f0d-1c2b3a4d5e6f',
  generation: 3,
  createdAt: 1_795_255_200_000,
  slots: [
    {
      id: '0b9f2f0e-93f1-4d0c-8a3e-5b6c7d8e9f00',
      type: 'passphrase',
      kdf: {
        algorithm: 'argon2id13',
        memoryBytes: 64 * 1024 * 1024,
        passes: 3,
        salt: Buffer.alloc(16, 1).toString('base64'),
      },
      nonce: Buffer.alloc(24, 2).toString('base64'),
      sealed: Buffer.alloc(48, 3).toString('base64'),
    },
  ],
};

const withFields = (change: object): ReturnType<typeof parseHeader> =>
  parseHeader(encodeHeader({ ...fields, ...change } as HeaderFields, vaultKey));

describe('a header', () => {
  const bytes = encodeHeader(fields, vaultKey);

  it('comes back as it was written and proves who wrote it', () => {
    const parsed = parseHeader(bytes);
    if (parsed === 'damaged' || parsed === 'newer') throw new Error(parsed);
    expect(parsed.fields).toEqual(fields);
    expect(isAuthentic(parsed, vaultKey)).toBe(true);
    expect(isAuthentic(parsed, new Uint8Array(32).fill(8))).toBe(false);
  });

  it('is damaged when any single bit of it is', () => {
    const undetected: string[] = [];
    for (let index = 0; index < bytes.length; index += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const flipped = Buffer.from(bytes);
        flipped[index] = (flipped[index] ?? 0) ^ (1 << bit);
        if (parseHeader(flipped) !== 'damaged') undetected.push(`byte ${index} bit ${bit}`);
      }
    }
    expect(undetected).toEqual([]);
  });

  it('is damaged when it is cut short or something follows it', () => {
    for (let length = 0; length < bytes.length; length += 1)
      expect(parseHeader(bytes.subarray(0, length))).toBe('damaged');
    expect(parseHeader(Buffer.concat([bytes, Buffer.from('\n')]))).toBe('damaged');
  });

  it('is damaged when it is anything else', () => {
    fc.assert(fc.property(fc.uint8Array(), (noise) => parseHeader(Buffer.from(noise)) === 'damaged'));
    fc.assert(fc.property(fc.json(), (json) => parseHeader(Buffer.from(json)) === 'damaged'));
  });

  it('of a later format is recognised as newer, whatever else it holds', () => {
    expect(withFields({ version: 2, slots: 'something else' })).toBe('newer');
  });

  it.each([
    ['too little memory', { memoryBytes: 1024 }],
    ['more memory than is ever accepted', { memoryBytes: 2 * 1024 ** 3 }],
    ['too few passes', { passes: 1 }],
    ['more passes than are ever accepted', { passes: 21 }],
    ['another algorithm', { algorithm: 'argon2i' }],
    ['a short salt', { salt: 'AAAA' }],
  ])('with key derivation out of bounds (%s) is damaged', (_, change) => {
    const [slot] = fields.slots;
    expect(withFields({ slots: [{ ...slot, kdf: { ...slot?.kdf, ...change } }] })).toBe('damaged');
  });
});
