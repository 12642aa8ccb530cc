import { z } from 'zod';
import { done, everything, job, nothing, ticket } from './call-atoms';
import { type Calls, command, query } from './contract-call';
import { importMapping, importPreview, importReport } from './import';
import { lastMerge, mergeUndone } from './merge';
import { zone } from './record';

/** Calls about taking in what another journal exported. */
export const importCalls = {
  /** Reads an export and tells what is in it; what was read is kept in memory for `imports.run`. `zone` is assumed where it names none. */
  'imports.look': query({
    input: z.strictObject({ job, source: ticket, zone }),
    output: importPreview,
    errors: [
      'LOCKED',
      'NOT_FOUND',
      'IMPORT_UNKNOWN',
      'IMPORT_EMPTY',
      'IMPORT_TOO_LARGE',
      'IMPORT_DAMAGED',
      'IMPORT_ENCRYPTED',
      'CANCELLED',
    ],
  }),
  'imports.run': command({
    input: z.strictObject({ job, mapping: importMapping }),
    output: importReport,
    errors: ['LOCKED', 'NOT_FOUND', 'SNAPSHOT_DAMAGED', 'CANCELLED', 'DISK_FULL', 'READ_ONLY', 'FOLDER_MISSING'],
    refreshes: [...everything, 'imports'],
    maxBytes: 8 * 1024 * 1024,
  }),
  'imports.forget': command({ input: nothing, output: done, locked: true }),
  /** The last import, while it can be undone. */
  'imports.last': query({ input: nothing, output: lastMerge, errors: ['LOCKED'] }),
  'imports.undo': command({
    input: nothing,
    output: mergeUndone,
    errors: ['LOCKED', 'NOT_FOUND', 'DISK_FULL', 'READ_ONLY'],
    refreshes: [...everything, 'imports'],
  }),
} satisfies Calls;
