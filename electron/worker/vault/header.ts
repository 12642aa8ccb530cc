import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { headerMacKey } from './keys';
import { slot } from './slot';

/** The version of the vault format this program writes. */
export const FORMAT_VERSION = 1;

const fields = z.strictObject({
  format: z.literal('ebb-vault'),
  version: z.literal(FORMAT_VERSION),
  vaultId: z.uuid(),
  generation: z.int().min(1),
  createdAt: z.int(),
  slots: z.array(slot).min(1).max(8),
});
export type HeaderFields = z.infer<typeof fields>;

/** A header as read: its fields, and the exact text and HMAC that vouch for them. */
export type Header = { readonly fields: HeaderFields; readonly text: string; readonly mac: string };

/** What a header file turned out to be. */
export type ParsedHeader = Header | 'damaged' | 'newer';

const envelope = z.strictObject({
  fields: z.string(),
  mac: z.string().regex(/^[0-9a-f]{64}$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const anyVersion = z.looseObject({ format: z.literal('ebb-vault'), version: z.int().min(1) });

const macOf = (text: string, vaultKey: Uint8Array): string =>
  createHmac('sha256', headerMacKey(vaultKey)).update(text, 'utf8').digest('hex');

const checksumOf = (text: string, mac: string): string =>
  createHash('sha256').update(text, 'utf8').update('\n').update(mac, 'ascii').digest('hex');

/** The bytes of a header file: JSON of the fields' exact text, its HMAC under the vault key, and a SHA-256 over both. */
export const encodeHeader = (header: HeaderFields, vaultKey: Uint8Array): Buffer => {
  const text = JSON.stringify(header);
  const mac = macOf(text, vaultKey);
  return Buffer.from(`${JSON.stringify({ fields: text, mac, sha256: checksumOf(text, mac) })}\n`, 'utf8');
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Reads a header file's bytes; needs no key. Any change to a byte makes it 'damaged', a later format 'newer'. */
export const parseHeader = (bytes: Buffer): ParsedHeader => {
  const outer = envelope.safeParse(parseJson(bytes.toString('utf8')));
  if (!outer.success) return 'damaged';
  const { fields: text, mac, sha256 } = outer.data;
  const canonical = `${JSON.stringify({ fields: text, mac, sha256 })}\n`;
  if (!Buffer.from(canonical, 'utf8').equals(bytes) || checksumOf(text, mac) !== sha256) return 'damaged';
  const inner = parseJson(text);
  const known = anyVersion.safeParse(inner);
  if (known.success && known.data.version > FORMAT_VERSION) return 'newer';
  const parsed = fields.safeParse(inner);
  return parsed.success ? { fields: parsed.data, text, mac } : 'damaged';
};

/** Whether the header was written by someone who had the vault key, in constant time. */
export const isAuthentic = (header: Header, vaultKey: Uint8Array): boolean =>
  timingSafeEqual(Buffer.from(header.mac, 'hex'), Buffer.from(macOf(header.text, vaultKey), 'hex'));
