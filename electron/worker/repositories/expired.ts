import type { RecordId, RecordVersion } from '#core/record';
import { idText } from '../db/record-id';

/** What is read of a record whose time in the bin is over. */
export type ExpiredRow = { id: Uint8Array; version: string };

/** A record whose time in the bin is over: all that its tombstone will say. */
export type ExpiredRecord = { readonly id: RecordId; readonly version: RecordVersion };

/** The record behind a row. */
export const toExpired = ({ id, version }: ExpiredRow): ExpiredRecord => ({
  id: idText(id),
  version: version as RecordVersion,
});
