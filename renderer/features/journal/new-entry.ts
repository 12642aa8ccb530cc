import { emptyDocument } from '#core/document';
import type { Entry } from '#core/entry';
import { dayOf } from '#core/local-date';
import type { RecordId, RecordVersion } from '#core/record';
import { newRecordId } from '#lib/record-id';
import { systemZone } from '#lib/today';

// Entries begun in this sitting and not yet written: they exist only here until they hold something.
const begun = new Map<RecordId, Entry>();

/** Begins an entry, here and now; nothing is stored until something is written into it. */
export const beginEntry = (): RecordId => {
  const id = newRecordId();
  const at = Date.now();
  const zone = systemZone();
  begun.set(id, {
    id,
    version: '' as RecordVersion,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
    at,
    zone,
    day: dayOf(at, zone),
    title: '',
    body: emptyDocument,
    kind: 'page',
    mood: null,
    tags: [],
    feelings: [],
    pinned: false,
    wordCount: 0,
  });
  return id;
};

/** An entry begun in this sitting that has not been stored yet. */
export const begunEntry = (id: RecordId): Entry | undefined => begun.get(id);

/** The entry is stored now (or given up). */
export const endBegun = (id: RecordId): void => void begun.delete(id);
