import { v7 } from 'uuid';
import type { RecordId } from '#core/record';

/** A new identity for a record that the window is about to save. */
export const newRecordId = (): RecordId => v7() as RecordId;
