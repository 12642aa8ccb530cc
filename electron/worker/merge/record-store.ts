import type { ExportLine, KeptRecord } from '#core/export-line';
import type { RecordId } from '#core/record';
import type { Database } from '../db/database';

/** A record as merges handle it: a line of an export, a picture's without its bytes. */
export type MergeRecord = KeptRecord | Exclude<ExportLine, { type: KeptRecord['type'] | 'attachment-piece' }>;
export type MergeType = MergeRecord['type'];
export type MergeRecordOf<T extends MergeType> = Extract<MergeRecord, { type: T }>;

/** How records of one type are told apart, read, written and removed. */
export type RecordStore<R> = {
  /** What tells a record from others of its type. */
  readonly keyOf: (record: R) => string;
  /** The record with which it goes for good: itself, or what it belongs to; null for what stays. */
  readonly ownerOf: (record: R) => RecordId | null;
  readonly read: (db: Database, key: string) => R | undefined;
  /** Stores a record, new or in the place of the one with its key. `position` is where an entry stood before, if it did. */
  readonly write: (db: Database, record: R, position?: number | null) => void;
  readonly remove: (db: Database, key: string) => void;
};
