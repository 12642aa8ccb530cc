import { z } from 'zod';
import { binCursor, binKind, binPage } from './bin';
import { done, LARGE, LARGEST, nothing, writing } from './call-atoms';
import { checkIn, checkInDraft } from './check-in';
import { cleanTime } from './clean-time';
import { type Calls, command, query } from './contract-call';
import { draft, draftToKeep, finishing } from './draft';
import { entriesBeside, entry, entryDraft, entryHit, entryPage, entryPosition, revision } from './entry';
import { goal, goalDraft, goalMark, goalProgress } from './goal';
import { dateRange, localDate } from './local-date';
import { moodTrend } from './mood-trend';
import { promptAsking, promptAskings } from './prompt-asking';
import { instant, recordId, recordKey, recordVersion, zone } from './record';
import { run, runDraft } from './run';
import { profile, profileChange } from './settings';
import { unsavedCall } from './unsaved-call';

/** Calls about what is in the open journal. */
export const journalCalls = {
  'profile.get': query({ input: nothing, output: profile }),
  'profile.save': command({
    input: profileChange.extend(finishing),
    output: profile,
    errors: writing,
    refreshes: ['profile'],
  }),

  'entries.list': query({
    input: z.strictObject({ before: entryPosition.nullable(), limit: z.int().min(1).max(200) }),
    output: entryPage,
  }),
  'entries.count': query({ input: nothing, output: z.strictObject({ kept: z.int(), bin: z.int() }) }),
  'entries.get': query({ input: recordKey, output: entry, errors: ['NOT_FOUND'] }),
  'entries.save': command({
    input: entryDraft,
    output: entry,
    errors: writing,
    refreshes: ['entries', 'labels', 'trends'],
    maxBytes: LARGE,
  }),
  'entries.delete': command({
    input: recordKey,
    output: done,
    errors: writing,
    refreshes: ['entries', 'trends', 'bin'],
  }),
  'entries.restore': command({
    input: recordKey,
    output: done,
    errors: writing,
    refreshes: ['entries', 'trends', 'bin'],
  }),
  'entries.search': query({
    input: z.strictObject({
      text: z.string().max(500),
      before: entryPosition.nullable(),
      limit: z.int().min(1).max(100),
    }),
    output: z.strictObject({ items: z.array(entryHit), next: entryPosition.nullable() }),
  }),
  /** The entries next to one on the wall clock; where it is not stored yet, next to its moment. */
  'entries.beside': query({ input: z.strictObject({ id: recordId, at: instant, zone }), output: entriesBeside }),
  /** The earlier states of an entry, the one put aside last first; at most twenty are kept. */
  'entries.revisions': query({ input: recordKey, output: z.array(revision) }),
  /** Gives an entry the title and text of an earlier state; what stood there becomes an earlier state itself. */
  'entries.takeBack': command({
    input: z.strictObject({ id: recordId, baseVersion: recordVersion, revision: recordVersion }),
    output: entry,
    errors: writing,
    refreshes: ['entries', 'trends'],
  }),
  /** The last asking of each prompt, the latest last. */
  'prompts.askings': query({ input: nothing, output: promptAskings }),
  /** Remembers that a prompt was asked on a day, as the latest one. */
  'prompts.asked': command({ input: promptAsking, output: done, errors: writing, refreshes: ['prompts'] }),
  'feelings.list': query({ input: nothing, output: z.array(z.string()) }),

  'checkIns.list': query({ input: dateRange, output: z.array(checkIn) }),
  'checkIns.save': command({
    input: checkInDraft.extend(finishing),
    output: checkIn,
    errors: writing,
    refreshes: ['check-ins', 'labels', 'trends'],
  }),
  'checkIns.delete': command({
    input: recordKey,
    output: done,
    errors: writing,
    refreshes: ['check-ins', 'trends', 'bin'],
  }),
  'checkIns.restore': command({
    input: recordKey,
    output: done,
    errors: writing,
    refreshes: ['check-ins', 'trends', 'bin'],
  }),

  /** `from` null means since the first recorded day. */
  'trends.mood': query({ input: z.strictObject({ from: localDate.nullable(), to: localDate }), output: moodTrend }),

  'goals.list': query({ input: z.strictObject({ today: localDate }), output: z.array(goalProgress) }),
  'goals.save': command({
    input: goalDraft.extend(finishing),
    output: goal,
    errors: writing,
    refreshes: ['goals'],
  }),
  'goals.delete': command({ input: recordKey, output: done, errors: writing, refreshes: ['goals', 'bin'] }),
  'goals.restore': command({ input: recordKey, output: done, errors: writing, refreshes: ['goals', 'bin'] }),
  'goals.marks': query({
    input: z.strictObject({ goal: recordId, from: localDate, to: localDate }),
    output: z.array(goalMark),
  }),
  'goals.mark': command({ input: goalMark, output: done, errors: writing, refreshes: ['goals'] }),
  'goals.unmark': command({
    input: z.strictObject({ goal: recordId, day: localDate }),
    output: done,
    errors: writing,
    refreshes: ['goals'],
  }),

  'runs.list': query({ input: nothing, output: z.array(run) }),
  'runs.cleanTime': query({ input: z.strictObject({ today: localDate }), output: cleanTime }),
  'runs.save': command({
    input: runDraft.safeExtend(finishing),
    output: run,
    errors: writing,
    refreshes: ['runs', 'trends'],
  }),
  'runs.delete': command({ input: recordKey, output: done, errors: writing, refreshes: ['runs', 'trends', 'bin'] }),
  'runs.restore': command({ input: recordKey, output: done, errors: writing, refreshes: ['runs', 'trends', 'bin'] }),

  /** Forms that were neither saved nor given up, the one typed in last first. */
  'drafts.list': query({ input: nothing, output: z.array(draft) }),
  /** Keeps what stands in a form, in place of what stood there before. */
  'drafts.keep': command({ input: draftToKeep, output: done, errors: writing, refreshes: ['drafts'] }),
  'drafts.drop': command({ input: recordKey, output: done, errors: writing, refreshes: ['drafts'] }),

  /** What could not be written, kept in memory, sealed, until the journal is open again; takes the place of what was kept before. */
  'unsaved.keep': command({
    input: z.strictObject({ calls: z.array(unsavedCall).max(1000) }),
    output: done,
    errors: ['LOCKED'],
    refreshes: ['unsaved'],
    maxBytes: LARGEST,
  }),
  'unsaved.list': query({ input: nothing, output: z.array(unsavedCall), errors: ['LOCKED'] }),
  /** Whether anything is kept for any journal; may be asked while they are locked. */
  'unsaved.waiting': query({ input: nothing, output: z.boolean(), locked: true }),

  /** Everything deleted that can be taken back; each is taken back by its own `restore`. */
  'bin.list': query({
    input: z.strictObject({ before: binCursor.nullable(), limit: z.int().min(1).max(200) }),
    output: binPage,
  }),
  /** Lets go for good of something in the bin, with all that belongs to it alone. */
  'bin.remove': command({
    input: z.strictObject({ kind: binKind, id: recordId }),
    output: done,
    errors: writing,
    refreshes: ['bin', 'drafts'],
  }),
} satisfies Calls;
