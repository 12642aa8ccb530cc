import { z } from 'zod';
import { done, nothing, ticket } from './call-atoms';
import { type Calls, command, query } from './contract-call';
import { about, deviceSettings } from './settings';

const chosenFile = z.strictObject({ ticket, name: z.string() }).nullable();
/** `folder` is for the person to read, so that they find the file again. */
const chosenPlace = z.strictObject({ ticket, name: z.string(), folder: z.string() }).nullable();

/** What the shell (main process) answers. */
export const shellCalls = {
  'shell.about': query({ input: nothing, output: about, locked: true }),
  /** Everything is saved or kept: closes the journal, and the app where it was about to end. */
  'shell.lock': command({ input: nothing, output: done, locked: true }),
  /** Takes back that the app is about to end: there are words that would be lost. */
  'shell.stay': command({ input: nothing, output: done, locked: true }),
  /** Closes the journal and ends the app, whatever is not saved. */
  'shell.quit': command({ input: nothing, output: done, locked: true }),
  'shell.copy': command({
    input: z.strictObject({ text: z.string().max(100_000) }),
    output: done,
    locked: true,
  }),
  'shell.print': command({ input: nothing, output: z.boolean(), locked: true }),
  'shell.saveRecoveryKey': command({
    input: z.strictObject({ text: z.string().max(4000) }),
    output: z.boolean(),
    errors: ['DISK_FULL', 'READ_ONLY', 'FOLDER_MISSING', 'NOT_A_FILE'],
    locked: true,
  }),
  'shell.chooseExportTarget': command({
    input: z.strictObject({ suggestedName: z.string().max(200) }),
    output: chosenPlace,
  }),
  /** Has the system's file manager show a file that the person chose. */
  'shell.showInFolder': command({ input: z.strictObject({ file: ticket }), output: done, errors: ['NOT_FOUND'] }),
  /** Has the system's file manager show where the snapshots of the open journal lie. */
  'shell.showSnapshots': command({ input: nothing, output: done, errors: ['LOCKED', 'NOT_FOUND'] }),
  /** A folder for copies of backups. */
  'shell.chooseFolder': command({ input: nothing, output: chosenPlace }),
  /** A file that another journal exported. */
  'shell.chooseImportSource': command({ input: nothing, output: chosenFile }),
  'shell.chooseExportSource': command({ input: nothing, output: chosenFile, locked: true }),
  'device.get': query({ input: nothing, output: deviceSettings, locked: true }),
  'device.save': command({
    /** Only what changes, so that two changes in quick succession both hold. */
    input: deviceSettings.partial(),
    output: deviceSettings,
    refreshes: ['device'],
    locked: true,
  }),
} satisfies Calls;
