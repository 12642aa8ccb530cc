import { z } from 'zod';
import { done, everything, job, nothing, secret, ticket } from './call-atoms';
import { type Calls, command, query } from './contract-call';
import { deletionAnswer, lastMerge, mergePreview, mergeReport, mergeUndone } from './merge';

/** Calls about taking an export into the open journal. */
export const mergeCalls = {
  /** Reads an export whole and tells what merging it would do; what was read is kept for `merge.run`. */
  'merge.look': query({
    input: z.strictObject({ job, source: ticket, passphrase: secret }),
    output: mergePreview,
    errors: [
      'LOCKED',
      'WRONG_PASSPHRASE',
      'NOT_AN_EXPORT',
      'EXPORT_DAMAGED',
      'EXPORT_TIME',
      'EXPORT_NEWER',
      'CANCELLED',
      'DISK_FULL',
      'READ_ONLY',
      'FOLDER_MISSING',
      'KDF_OUT_OF_MEMORY',
    ],
  }),
  'merge.run': command({
    input: z.strictObject({ job, deletions: deletionAnswer }),
    output: mergeReport,
    errors: [
      'LOCKED',
      'NOT_FOUND',
      'EXPORT_DAMAGED',
      'SNAPSHOT_DAMAGED',
      'DATABASE_DAMAGED',
      'CANCELLED',
      'DISK_FULL',
      'READ_ONLY',
      'FOLDER_MISSING',
    ],
    refreshes: [...everything, 'merge'],
  }),
  'merge.forget': command({ input: nothing, output: done, locked: true }),
  /** The last merge, while it can be undone. */
  'merge.last': query({ input: nothing, output: lastMerge, errors: ['LOCKED'] }),
  'merge.undo': command({
    input: nothing,
    output: mergeUndone,
    errors: ['LOCKED', 'NOT_FOUND', 'DISK_FULL', 'READ_ONLY'],
    refreshes: [...everything, 'merge'],
  }),
} satisfies Calls;
