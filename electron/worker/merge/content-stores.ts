import { documentText, excerptOf } from '#core/document';
import { type LocalDate, wallTime } from '#core/local-date';
import type { RecordId, RecordVersion } from '#core/record';
import { deleteAttachment, findAttachment, updateAttachment } from '../repositories/attachment';
import { deleteCheckIn, findCheckIn, insertCheckIn, updateCheckIn } from '../repositories/check-in';
import { deleteCraving, findCraving, insertCraving, updateCraving } from '../repositories/craving';
import { deleteEntry, findEntry, freePosition, insertEntry, isFreePosition, updateEntry } from '../repositories/entry';
import {
  deleteGoal,
  deleteMark,
  findGoal,
  findMark,
  getGoal,
  insertGoal,
  saveMark,
  updateGoal,
} from '../repositories/goal';
import { putLabelsOf } from '../repositories/label';
import { deleteRevision, findRevision, insertStoredRevision } from '../repositories/revision';
import { deleteRun, findRun, insertRun, updateRun } from '../repositories/run';
import type { MergeRecordOf, RecordStore } from './record-store';

const parts = (key: string): readonly [RecordId, string] => {
  const [id = '', rest = ''] = key.split('/');
  return [id as RecordId, rest];
};

/** What has an id of its own and belongs to nothing else. */
const byId = { keyOf: ({ id }: { id: RecordId }): string => id, ownerOf: ({ id }: { id: RecordId }): RecordId => id };

const entry: RecordStore<MergeRecordOf<'entry'>> = {
  ...byId,
  read: (db, key) => {
    const found = findEntry(db, key as RecordId);
    return found === undefined ? undefined : { type: 'entry', ...found.entry };
  },
  write: (db, { type: _, feelings, ...rest }, wanted = null) => {
    const stored = findEntry(db, rest.id);
    const own = stored?.position ?? null;
    const isFree = wanted !== null && (wanted === own || isFreePosition(db, wanted));
    const position = isFree ? wanted : freePosition(db, wallTime(rest.at, rest.zone), own);
    const plain = documentText(rest.body);
    const write = { entry: rest, position, plain, excerpt: excerptOf(plain), bodyText: JSON.stringify(rest.body) };
    (stored === undefined ? insertEntry : updateEntry)(db, write);
    putLabelsOf(db, 'entry_tag', { owner: position, names: rest.tags });
    putLabelsOf(db, 'entry_feeling', { owner: position, names: feelings });
  },
  remove: (db, key) => deleteEntry(db, key as RecordId),
};

const revision: RecordStore<MergeRecordOf<'revision'>> = {
  keyOf: ({ entry: of, version }) => `${of}/${version}`,
  ownerOf: ({ entry: of }) => of,
  read: (db, key) => {
    const [of, version] = parts(key);
    const found = findRevision(db, of, version as RecordVersion);
    if (found === undefined) return undefined;
    const { bodyText, ...rest } = found;
    return { type: 'revision', ...rest, body: JSON.parse(bodyText) as MergeRecordOf<'revision'>['body'] };
  },
  write: (db, { body, ...rest }) => insertStoredRevision(db, { ...rest, bodyText: JSON.stringify(body) }),
  remove: (db, key) => {
    const [of, version] = parts(key);
    deleteRevision(db, of, version as RecordVersion);
  },
};

const checkIn: RecordStore<MergeRecordOf<'check-in'>> = {
  ...byId,
  read: (db, key) => {
    const found = findCheckIn(db, key as RecordId);
    return found === undefined ? undefined : { type: 'check-in', ...found.checkIn };
  },
  write: (db, record) => {
    const stored = findCheckIn(db, record.id);
    if (stored !== undefined) updateCheckIn(db, record);
    const owner = stored?.seq ?? insertCheckIn(db, record);
    putLabelsOf(db, 'check_in_feeling', { owner, names: record.feelings });
  },
  remove: (db, key) => deleteCheckIn(db, key as RecordId),
};

const craving: RecordStore<MergeRecordOf<'craving'>> = {
  ...byId,
  read: (db, key) => {
    const found = findCraving(db, key as RecordId);
    return found === undefined ? undefined : { type: 'craving', ...found.craving };
  },
  write: (db, record) => {
    const stored = findCraving(db, record.id);
    if (stored !== undefined) updateCraving(db, record);
    const owner = stored?.seq ?? insertCraving(db, record);
    putLabelsOf(db, 'craving_trigger', { owner, names: record.triggers });
  },
  remove: (db, key) => deleteCraving(db, key as RecordId),
};

const goal: RecordStore<MergeRecordOf<'goal'>> = {
  ...byId,
  read: (db, key) => {
    const found = findGoal(db, key as RecordId);
    return found === undefined ? undefined : { type: 'goal', ...found.goal };
  },
  write: (db, record) => (findGoal(db, record.id) === undefined ? insertGoal : updateGoal)(db, record),
  remove: (db, key) => deleteGoal(db, key as RecordId),
};

const goalMark: RecordStore<MergeRecordOf<'goal-mark'>> = {
  keyOf: ({ goal: of, day }) => `${of}/${day}`,
  ownerOf: ({ goal: of }) => of,
  read: (db, key) => {
    const [of, day] = parts(key);
    const found = findGoal(db, of);
    const stored = found === undefined ? undefined : findMark(db, found, day as LocalDate);
    if (stored === undefined) return undefined;
    const { mark, version, updatedAt } = stored;
    return { type: 'goal-mark', ...mark, version, updatedAt };
  },
  write: (db, { type: _, version, updatedAt, ...mark }) =>
    saveMark(db, getGoal(db, mark.goal).seq, { mark, version, updatedAt }),
  remove: (db, key) => {
    const [of, day] = parts(key);
    const found = findGoal(db, of);
    if (found !== undefined) deleteMark(db, found.seq, day as LocalDate);
  },
};

const run: RecordStore<MergeRecordOf<'run'>> = {
  ...byId,
  read: (db, key) => {
    const found = findRun(db, key as RecordId);
    return found === undefined ? undefined : { type: 'run', ...found };
  },
  write: (db, record) => (findRun(db, record.id) === undefined ? insertRun : updateRun)(db, record),
  remove: (db, key) => deleteRun(db, key as RecordId),
};

const attachment: RecordStore<MergeRecordOf<'attachment'>> = {
  keyOf: byId.keyOf,
  ownerOf: ({ entry: of }) => of,
  read: (db, key) => {
    const found = findAttachment(db, key as RecordId);
    return found === undefined ? undefined : { type: 'attachment', ...found.attachment };
  },
  // A new one comes with its bytes (copy-attachment.ts).
  write: updateAttachment,
  remove: (db, key) => deleteAttachment(db, key as RecordId),
};

/** The stores of what a person wrote or recorded. */
export const contentStores = {
  entry,
  revision,
  'check-in': checkIn,
  craving,
  goal,
  'goal-mark': goalMark,
  run,
  attachment,
} as const;
