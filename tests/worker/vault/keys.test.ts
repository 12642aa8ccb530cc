import { hkdfSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { threadFile } from '#tests/support/threads';
import { keyDerivation } from '#worker/vault/key-derivation';
import { databaseKey, earlierKeyKey, headerMacKey, unsavedKey } from '#worker/vault/keys';
import { loadSodium } from '#worker/vault/sodium';

const hex = (bytes: Uint8Array | ArrayBuffer): string => Buffer.from(bytes as Uint8Array).toString('hex');
const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(/\s/g, ''), 'hex'));

describe('the primitives agree with their published test vectors', () => {
  it('HKDF-SHA256 as in RFC 5869, test case 3 (empty salt and info)', () => {
    const okm = hkdfSync('sha256', bytes('0b'.repeat(22)), new Uint8Array(0), new Uint8Array(0), 42);
    expect(hex(okm)).toBe('8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8');
  });

  it('XChaCha20-Poly1305 as in draft-irtf-cfrg-xchacha, appendix A.3.1', async () => {
    const sodium = await loadSodium();
    const text =
      "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";
    const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
      text,
      bytes('50515253c0c1c2c3c4c5c6c7'),
      null,
      bytes('404142434445464748494a4b4c4d4e4f5051525354555657'),
      bytes('808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f'),
    );
    expect(hex(sealed)).toBe(
      hex(
        bytes(`bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39ae64c670
          8c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9768812
          f615c68b13b52ec0875924c1c7987947deafd8780acf49`),
      ),
    );
  });

  it('Argon2id as the reference implementation computes it: echo -n password | argon2 somesaltsomesalt -id -t 3 -m 16 -p 1 -l 32', async () => {
    const { deriveKey } = keyDerivation(threadFile('key-derivation-thread'));
    const salt = Buffer.from('somesaltsomesalt').toString('base64');
    const kdf = { algorithm: 'argon2id13', memoryBytes: 64 * 1024 * 1024, passes: 3, salt } as const;
    const key = await deriveKey(Buffer.from('password'), kdf);
    expect(hex(key)).toBe('7664ad4ba1a3c999fcdd0991ffc2270f78302d2383233db5e7befc85d1bb1819');
  });
});

describe('the key hierarchy', () => {
  const vaultKey = Uint8Array.from({ length: 32 }, (_, index) => index);

  it('gives the database key and salt that docs/vault-format.md describes, as 96 hex digits', () => {
    expect(databaseKey(vaultKey)).toMatch(/^[0-9a-f]{96}$/);
    expect(databaseKey(vaultKey)).toBe(
      hex(hkdfSync('sha256', vaultKey, new Uint8Array(0), 'ebb/db-key', 32)) +
        hex(hkdfSync('sha256', vaultKey, new Uint8Array(0), 'ebb/db-salt', 16)),
    );
  });

  it('never changes: these values were written down when the format was made', () => {
    expect(databaseKey(vaultKey)).toBe(
      'a6e6181121bf581948b2ca8f960a566662a7d7559fc629d88b3e5801e9df3a8de084bd583b9785bdcf3e092e58fec967',
    );
    expect(hex(headerMacKey(vaultKey))).toBe('02cb7bab44782b221021c1917d614821fdc5fccb872a26b2df3de82f97704849');
  });

  it('gives the keys of earlier snapshots a key of their own', () => {
    expect(hex(earlierKeyKey(vaultKey))).toBe('edf26fbfb19b3ec683fc47d893d54378693fa329234583d018576fa7379093b8');
  });

  it('gives words that wait in memory a key of their own', () => {
    expect(hex(unsavedKey(vaultKey))).toBe('e085978790df49cafa1eab73afd8cfef1675ebe6cb30334c56d25e647a9dd6f2');
  });
});
