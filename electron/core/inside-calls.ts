import { z } from 'zod';
import { done, job, nothing, secret, ticket, writing } from './call-atoms';
import { type Calls, command, query } from './contract-call';
import { drillReport, lastDrill } from './drill';
import { entryPosition } from './entry';
import { copiedBack, inside, insideEntry, insideHits, insidePage } from './inside';
import { recordId } from './record';
import { snapshotName } from './snapshot';

// Each names the backup that it means: another may have been opened meanwhile.
const about = { name: snapshotName };

/** Calls about what is in a backup: looking into it, copying single entries back, and testing that it can be read. */
export const insideCalls = {
  /** Proves a backup's bytes and opens it to be read; one that was open before is closed. */
  'inside.open': command({
    input: z.strictObject({ job, ...about }),
    output: inside,
    errors: [
      'LOCKED',
      'CANCELLED',
      'NOT_FOUND',
      'SNAPSHOT_DAMAGED',
      'FOLDER_MISSING',
      'VAULT_NEWER',
      'READ_ONLY',
      'DISK_FULL',
    ],
  }),
  'inside.close': command({ input: nothing, output: done, locked: true }),
  'inside.list': query({
    input: z.strictObject({
      ...about,
      before: entryPosition.nullable(),
      limit: z.int().min(1).max(200),
      bin: z.boolean(),
    }),
    output: insidePage,
    errors: ['LOCKED', 'NOT_FOUND', 'SNAPSHOT_DAMAGED'],
  }),
  'inside.search': query({
    input: z.strictObject({
      ...about,
      text: z.string().max(500),
      before: entryPosition.nullable(),
      limit: z.int().min(1).max(100),
    }),
    output: insideHits,
    errors: ['LOCKED', 'NOT_FOUND', 'SNAPSHOT_DAMAGED'],
  }),
  'inside.get': query({
    input: z.strictObject({ ...about, id: recordId }),
    output: insideEntry,
    errors: ['LOCKED', 'NOT_FOUND', 'SNAPSHOT_DAMAGED'],
  }),
  /** Gives the journal's entry the backup's words, or brings it back where it is gone; or makes a new entry of it (`asNew`). */
  'inside.copyBack': command({
    input: z.strictObject({ ...about, id: recordId, asNew: z.boolean() }),
    output: copiedBack,
    errors: writing,
    refreshes: ['entries', 'labels', 'trends', 'bin', 'inside'],
  }),
  /** Makes a journal of a backup beside the others (null: the newest that was found whole), looks into it, and removes it. */
  'drill.snapshot': command({
    input: z.strictObject({ job, name: snapshotName.nullable() }),
    output: drillReport,
    errors: [
      'LOCKED',
      'CANCELLED',
      'NOT_FOUND',
      'SNAPSHOT_DAMAGED',
      'FOLDER_MISSING',
      'VAULT_NEWER',
      'READ_ONLY',
      'DISK_FULL',
    ],
    refreshes: ['snapshots', 'status'],
  }),
  /** The same with an export. */
  'drill.export': command({
    input: z.strictObject({ job, source: ticket, passphrase: secret }),
    output: drillReport,
    errors: [
      'LOCKED',
      'CANCELLED',
      'NOT_FOUND',
      'WRONG_PASSPHRASE',
      'NOT_AN_EXPORT',
      'EXPORT_DAMAGED',
      'EXPORT_TIME',
      'EXPORT_NEWER',
      'FOLDER_MISSING',
      'READ_ONLY',
      'DISK_FULL',
      'KDF_OUT_OF_MEMORY',
    ],
    refreshes: ['snapshots', 'status'],
  }),
  'drill.last': query({ input: nothing, output: lastDrill.nullable(), errors: ['LOCKED'] }),
} satisfies Calls;
