import { z } from 'zod';
import { recordColumns, recordId } from './record';

/** A picture or other file that belongs to an entry, without its bytes: those lie in pieces of their own. */
export const attachment = z.strictObject({
  ...recordColumns,
  entry: recordId,
  name: z.string().max(400),
  mediaType: z.string().max(200),
  /** In bytes. */
  size: z.int().min(0),
  /** In pixels; null for what is not a picture. */
  width: z.int().min(0).nullable(),
  height: z.int().min(0).nullable(),
  caption: z.string().max(20_000),
  alt: z.string().max(20_000),
  /** SHA-256 of all bytes, 64 hex digits. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Attachment = z.infer<typeof attachment>;
