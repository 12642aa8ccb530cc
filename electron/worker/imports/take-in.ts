import { AppError } from '#core/errors';
import type { RecordId } from '#core/record';
import type { Journal } from '../journal';
import { digestOf } from '../merge/record-digest';
import type { MergeType } from '../merge/record-store';
import { ownerOf, readRecord } from '../merge/record-stores';
import { beginBulkChange, insertBulkChangeItem } from '../repositories/bulk-change';
import { ensureLabels, findLabel } from '../repositories/label';
import { saveCheckIn } from '../services/check-ins';
import { saveEntry } from '../services/entries';
import { addPicture } from '../services/pictures';
import { asCheckIn, asEntry, type Names } from './import-plan';
import type { Imported, ImportedPicture } from './imported';

/** How much came in. */
export type Taken = { entries: number; checkIns: number; pictures: number };

/** A record that comes in, with the bytes of its pictures. */
export type Incoming = {
  readonly record: Imported;
  readonly id: RecordId;
  readonly isCheckIn: boolean;
  readonly pictures: readonly { readonly picture: ImportedPicture; readonly bytes: Uint8Array }[];
};

/** Stores records of another journal batch by batch, each batch whole or not at all, and notes how to undo all of them. */
export const takeIn = (journal: Journal, names: Names) => {
  const { db, clock } = journal;
  let change: number | null = null;
  let place = 0;

  const note = (kind: MergeType, record: string): void => {
    change ??= beginBulkChange(db, 'import', { at: clock.now(), sourceAt: clock.now() });
    const after = readRecord(db, kind, record);
    if (after === undefined) throw new AppError('INTERNAL');
    const item = { kind, record, owner: ownerOf(after), position: null, before: null, after: digestOf(after) };
    insertBulkChangeItem(db, change, place, item);
    place += 1;
  };

  const makeLabels = (table: 'tag' | 'feeling', wanted: readonly string[]): void => {
    const fresh = wanted.filter((name) => findLabel(db, table, name) === undefined);
    ensureLabels(journal, table, fresh);
    for (const name of fresh) note(table, name);
  };

  const storePictures = ({ pictures, id }: Incoming, onRefused: () => void) => {
    const sizes = new Map<RecordId, { width: number; height: number }>();
    for (const { picture, bytes } of pictures) {
      try {
        const added = addPicture(journal, { ...picture, entry: id, bytes, thumbnail: null });
        if (added.width !== null && added.height !== null)
          sizes.set(added.id, { width: added.width, height: added.height });
      } catch (error) {
        if (!(error instanceof AppError && error.code === 'INVALID_INPUT')) throw error;
        onRefused();
      }
    }
    return sizes;
  };

  const storeEntry = (incoming: Incoming, onRefused: () => void): number => {
    const sizes = storePictures(incoming, onRefused);
    const draft = asEntry(incoming.record, names, { id: incoming.id, sizeOf: (id) => sizes.get(id) ?? null });
    makeLabels('tag', draft.tags);
    makeLabels('feeling', draft.feelings);
    saveEntry(journal, draft);
    note('entry', incoming.id);
    for (const id of sizes.keys()) note('attachment', id);
    return sizes.size;
  };

  const storeCheckIn = ({ record, id }: Incoming): void => {
    const draft = asCheckIn(record, names, id);
    makeLabels('feeling', draft.feelings);
    saveCheckIn(journal, draft);
    note('check-in', id);
  };

  return {
    /** Stores some records; `onRefused` hears of those with a picture that is none. Answers with how much came in. */
    batch: (incoming: readonly Incoming[], onRefused: (record: Imported) => void): Taken =>
      db.transaction(() => {
        const taken: Taken = { entries: 0, checkIns: 0, pictures: 0 };
        for (const one of incoming) {
          if (one.isCheckIn) {
            storeCheckIn(one);
            taken.checkIns += 1;
          } else {
            taken.pictures += storeEntry(one, () => onRefused(one.record));
            taken.entries += 1;
          }
        }
        return taken;
      }),
  };
};
