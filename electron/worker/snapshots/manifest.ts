import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { type SnapshotManifest, snapshotManifest } from '#core/snapshot';
import { snapshotMacKey } from '../vault/keys';

const envelope = z.strictObject({ fields: z.string(), mac: z.string().regex(/^[0-9a-f]{64}$/) });

const macOf = (text: string, vaultKey: Uint8Array): string =>
  createHmac('sha256', snapshotMacKey(vaultKey)).update(text, 'utf8').digest('hex');

/** The bytes of a manifest file: JSON of the fields' exact text and its HMAC-SHA256 under the vault key. */
export const encodeManifest = (manifest: SnapshotManifest, vaultKey: Uint8Array): Buffer => {
  const text = JSON.stringify(manifest);
  return Buffer.from(`${JSON.stringify({ fields: text, mac: macOf(text, vaultKey) })}\n`, 'utf8');
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The manifest in these bytes; null when a byte of it was changed, or it was written under another key. */
export const readManifest = (bytes: Uint8Array, vaultKey: Uint8Array): SnapshotManifest | null => {
  const outer = envelope.safeParse(parseJson(Buffer.from(bytes).toString('utf8')));
  if (!outer.success) return null;
  const { fields, mac } = outer.data;
  const isAuthentic = timingSafeEqual(Buffer.from(mac, 'hex'), Buffer.from(macOf(fields, vaultKey), 'hex'));
  const parsed = snapshotManifest.safeParse(parseJson(fields));
  const isCanonical = Buffer.from(`${JSON.stringify({ fields, mac })}\n`, 'utf8').equals(bytes);
  return isAuthentic && isCanonical && parsed.success ? parsed.data : null;
};
