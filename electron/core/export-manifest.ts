import { z } from 'zod';
import { instant, recordVersion } from './record';

/** How many records of each kind an export holds. */
export const recordCounts = z.record(z.string(), z.int().min(0));
export type RecordCounts = z.infer<typeof recordCounts>;

/** The first line of an export. */
export const exportManifest = z.looseObject({
  format: z.literal('ebb-export'),
  version: z.int().min(1),
  /** The version of the program that wrote it. */
  app: z.string().max(100),
  /** The same for every export of one journal, restored ones included. */
  journal: z.uuid(),
  exportedAt: instant,
  counts: recordCounts,
  /** The newest version that the journal had seen of each device; version 1 does not say. */
  seen: z.record(z.string().regex(/^[0-9a-f]{8}$/), recordVersion).optional(),
});
export type ExportManifest = z.infer<typeof exportManifest>;

/** What a finished, reread and compared export amounts to. */
export const exportReport = z.strictObject({
  name: z.string(),
  bytes: z.int(),
  counts: recordCounts,
  /** How many of them are deleted and can still be taken back. */
  deleted: z.int().min(0),
  writeMs: z.number(),
  verifyMs: z.number(),
});
export type ExportReport = z.infer<typeof exportReport>;

/** What is inside an export, told after its passphrase opened it and every line was checked. */
export const exportPreview = z.strictObject({
  exportedAt: z.number(),
  app: z.string(),
  counts: recordCounts,
  /** How many of them were deleted then and can still be taken back. */
  deleted: z.int().min(0),
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
  /** The latest time that any record carries, epoch ms; null when none carries one. May lie ahead, where a clock was wrong. */
  latestAt: z.number().nullable(),
  bytes: z.int(),
});
export type ExportPreview = z.infer<typeof exportPreview>;
