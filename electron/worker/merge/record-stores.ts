import type { KeptRecord } from '#core/export-line';
import { foldLabel } from '#core/label';
import type { RecordId } from '#core/record';
import type { Database } from '../db/database';
import { deleteKeptVersion, findKeptVersion, insertKeptVersion } from '../repositories/kept-version';
import {
  deleteUnusedLabel,
  findLabel,
  insertStoredLabel,
  type LabelTable,
  updateStoredLabel,
} from '../repositories/label';
import { deleteSetting, findSetting, saveSetting } from '../repositories/setting';
import { deleteTombstone, findTombstone, insertTombstone } from '../repositories/tombstone';
import { contentStores } from './content-stores';
import { digestOf } from './record-digest';
import type { MergeRecord, MergeRecordOf, MergeType, RecordStore } from './record-store';

const setting: RecordStore<MergeRecordOf<'setting'>> = {
  keyOf: ({ key }) => key,
  ownerOf: () => null,
  read: (db, key) => {
    const value = findSetting(db, key);
    return value === undefined ? undefined : { type: 'setting', key, value };
  },
  write: (db, { key, value }) => saveSetting(db, key, value),
  remove: deleteSetting,
};

type LabelRecord = MergeRecordOf<'tag' | 'feeling' | 'trigger'>;

const labelStore = (type: LabelRecord['type'], table: LabelTable): RecordStore<LabelRecord> => ({
  keyOf: ({ name }) => foldLabel(name),
  ownerOf: () => null,
  read: (db, key) => {
    const found = findLabel(db, table, key);
    return found === undefined ? undefined : { type, ...found };
  },
  write: (db, label) =>
    (findLabel(db, table, label.name) === undefined ? insertStoredLabel : updateStoredLabel)(db, table, label),
  remove: (db, key) => deleteUnusedLabel(db, table, key),
});

const tombstone: RecordStore<MergeRecordOf<'tombstone'>> = {
  keyOf: ({ id }) => id,
  ownerOf: ({ id }) => id,
  read: (db, key) => {
    const found = findTombstone(db, key as RecordId);
    return found === undefined ? undefined : { type: 'tombstone', ...found };
  },
  write: insertTombstone,
  remove: (db, key) => deleteTombstone(db, key as RecordId),
};

const keepable = { setting, ...contentStores };

const storeOfKept = ({ type }: KeptRecord): RecordStore<KeptRecord> =>
  // Each type's own store; the compiler cannot follow the pair through the union.
  keepable[type] as unknown as RecordStore<KeptRecord>;

type KeptKey = Parameters<typeof findKeptVersion>[1];

const toKeptKey = (record: KeptRecord): KeptKey => ({
  kind: record.type,
  key: storeOfKept(record).keyOf(record),
  digest: digestOf(record),
});

const fromText = (text: string): KeptKey => {
  const [kind = '', key = '', digest = ''] = JSON.parse(text) as string[];
  return { kind, key, digest: Uint8Array.from(Buffer.from(digest, 'hex')) };
};

const keptVersion: RecordStore<MergeRecordOf<'kept-version'>> = {
  keyOf: ({ record }) => {
    const { kind, key, digest } = toKeptKey(record);
    return JSON.stringify([kind, key, Buffer.from(digest).toString('hex')]);
  },
  ownerOf: ({ record }) => storeOfKept(record).ownerOf(record),
  read: (db, text) => {
    const found = findKeptVersion(db, fromText(text));
    return found === undefined ? undefined : { type: 'kept-version', ...found };
  },
  write: (db, { keptAt, record }) =>
    insertKeptVersion(db, { keptAt, record, ...toKeptKey(record), owner: storeOfKept(record).ownerOf(record) }),
  remove: (db, text) => deleteKeptVersion(db, fromText(text)),
};

const stores = {
  ...keepable,
  tag: labelStore('tag', 'tag'),
  feeling: labelStore('feeling', 'feeling'),
  trigger: labelStore('trigger', 'trigger_label'),
  tombstone,
  'kept-version': keptVersion,
};

// Each type's own store; the compiler cannot follow the pair through the union.
const storeOf = (type: MergeType): RecordStore<MergeRecord> => stores[type] as unknown as RecordStore<MergeRecord>;

/** What tells a record from others of its type. */
export const keyOf = (record: MergeRecord): string => storeOf(record.type).keyOf(record);

/** The record with which one goes for good; null for what stays. */
export const ownerOf = (record: MergeRecord): RecordId | null => storeOf(record.type).ownerOf(record);

/** The record of a type and key, or undefined. */
export const readRecord = (db: Database, type: MergeType, key: string): MergeRecord | undefined =>
  storeOf(type).read(db, key);

/** Stores a record, new or in the place of the one with its key. `position` is where an entry stood before, if it did. */
export const writeRecord = (db: Database, record: MergeRecord, position: number | null = null): void =>
  storeOf(record.type).write(db, record, position);

/** Removes the record of a type and key, if it is there. */
export const removeRecord = (db: Database, type: MergeType, key: string): void => storeOf(type).remove(db, key);
