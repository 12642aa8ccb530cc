import { createDecipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';

/** Length of a page in bytes, and how much of it SQLite may use: the rest is the cipher's own. */
export const PAGE_BYTES = 4096;
const IV_BYTES = 16;
const MAC_BYTES = 64;
export const USABLE_BYTES = PAGE_BYTES - IV_BYTES - MAC_BYTES;

const KEY_BYTES = 32;
/** At the beginning of the first page, where SQLCipher would keep the salt; it carries nothing here. */
const SALT_BYTES = 16;
const FIRST_BYTES = Buffer.from('SQLite format 3\0', 'latin1');

/** Opens pages of a SQLCipher 4 database one by one, so that a damaged one stands in no other's way. */
export type PageCipher = {
  /** The plain bytes of a page (from 1); null when a single bit of it, or its place in the file, is not as it was written. */
  readonly open: (page: number, sealed: Uint8Array) => Buffer | null;
};

/** The cipher under a database key (32 bytes of key and 16 of salt, in hex). */
export const pageCipher = (keyHex: string): PageCipher => {
  const bytes = Buffer.from(keyHex, 'hex');
  const key = bytes.subarray(0, KEY_BYTES);
  const macSalt = Buffer.from(bytes.subarray(KEY_BYTES).map((byte) => byte ^ 0x3a));
  const macKey = pbkdf2Sync(key, macSalt, 2, KEY_BYTES, 'sha512');
  const open: PageCipher['open'] = (page, sealed) => {
    if (sealed.length !== PAGE_BYTES) return null;
    const start = page === 1 ? SALT_BYTES : 0;
    const place = Buffer.alloc(4);
    place.writeUInt32LE(page);
    const macAt = USABLE_BYTES + IV_BYTES;
    const mac = createHmac('sha512', macKey).update(sealed.subarray(start, macAt)).update(place).digest();
    if (!timingSafeEqual(mac, sealed.subarray(macAt))) return null;
    const decipher = createDecipheriv('aes-256-cbc', key, sealed.subarray(USABLE_BYTES, macAt)).setAutoPadding(false);
    const plain = Buffer.concat([decipher.update(sealed.subarray(start, USABLE_BYTES)), decipher.final()]);
    return start === 0 ? plain : Buffer.concat([FIRST_BYTES, plain]);
  };
  return { open };
};
