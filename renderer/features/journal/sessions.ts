import { type Document, emptyDocument } from '#core/document';
import { dayOf, instantOf, type LocalDate, minuteOfDay } from '#core/local-date';
import type { RecordId } from '#core/record';
import { call } from '#lib/client';
import { onRefresh, queryClient } from '#lib/query-client';
import { newRecordId } from '#lib/record-id';
import { createStore } from '#lib/store';
import { systemZone } from '#lib/today';
import { type EntrySession, type OpenedEntry, openSession } from './entry-session';

/** Entries opened last keep their undo history and their caret while the person looks at others. */
const KEPT = 8;

// Looked at longest ago first.
let sessions: readonly EntrySession[] = [];

/** How many entries were closed because they are not in the journal any more; one of them may be on the screen. */
export const closedAsGone = createStore(0);

const idOf = (session: EntrySession): RecordId => session.entry.read().id;

/** Under which an entry that is being opened is asked for. */
export const openingKey = (id: RecordId) => ['entry-to-open', id] as const;

/** Ids of entries whose words could not be written yet. */
export const unwritten = createStore<readonly RecordId[]>([]);

const tellUnwritten = (): void => {
  const ids = sessions.filter(({ status }) => status.read().save.kind === 'failed').map(idOf);
  if (ids.join() !== unwritten.read().join()) unwritten.write(ids);
};

/** The open session of an entry, if it is open. */
export const findSession = (id: string): EntrySession | undefined => sessions.find((session) => idOf(session) === id);

const isAtRest = ({ status }: EntrySession): boolean => ['saved', 'untouched'].includes(status.read().save.kind);

const isUntouched = ({ status }: EntrySession): boolean => status.read().save.kind === 'untouched';

/** Ends an entry's session without writing anything; the words in it are gone from the window. */
export const endSession = (session: EntrySession): void => {
  sessions = sessions.filter((other) => other !== session);
  session.close();
  tellUnwritten();
};

const open = (entry: OpenedEntry): EntrySession => {
  const session = openSession(entry);
  session.status.subscribe(tellUnwritten);
  const tooMany = sessions.filter(isAtRest).slice(0, -(KEPT - 1));
  sessions = [...sessions, session];
  for (const old of tooMany) endSession(old);
  return session;
};

/** Has a session count as the one looked at last. */
export const touchSession = (session: EntrySession): void => {
  sessions = [...sessions.filter((other) => other !== session), session];
};

/** The session of an entry, opened if it is not. */
export const sessionFor = (entry: OpenedEntry): EntrySession => findSession(entry.id) ?? open(entry);

const reread = async (session: EntrySession): Promise<void> => {
  const id = idOf(session);
  const now = await call('entries.get', { id });
  // One with words of its own finds out when they are stored, and keeps them beside what stands there then.
  if (!isAtRest(session) || findSession(id) !== session) return;
  if (!now.ok || now.value.deletedAt !== null) {
    // Nor may it be opened again from what was read of it then.
    void queryClient.resetQueries({ queryKey: openingKey(id) });
    endSession(session);
    closedAsGone.write(closedAsGone.read() + 1);
  } else if (now.value.version !== session.entry.read().version) session.show(now.value);
};

// Entries were changed other than by writing in them: by a merge, its undoing, a copy from a backup.
onRefresh('entries', () => {
  for (const session of sessions) if (isAtRest(session) && !isUntouched(session)) void reread(session);
});

/** Now, or the same time of day on an earlier day. */
const momentOn = (day: LocalDate | undefined, zone: string): number => {
  const now = Date.now();
  return day === undefined || day >= dayOf(now, zone) ? now : instantOf(day, minuteOfDay(now, zone), zone);
};

/** What a new entry begins with. */
export type Beginning = {
  /** An earlier day that it is of. */
  readonly day?: LocalDate | undefined;
  /** A question to write about. */
  readonly about?: string | undefined;
};

/** A question above, and room to write below it, as templates have it. */
const bodyAbout = (question: string): Document => ({
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: question }] },
    { type: 'paragraph' },
  ],
});

/** Begins an entry, here and now or on an earlier day. Nothing is stored until something is put into it; one that is still empty is used again. */
export const beginEntry = ({ day, about }: Beginning = {}): EntrySession => {
  const empty = sessions.find(isUntouched);
  if (empty !== undefined) endSession(empty);
  const zone = systemZone();
  const at = momentOn(day, zone);
  const session = open({
    id: newRecordId(),
    version: null,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
    at,
    zone,
    day: dayOf(at, zone),
    title: '',
    body: about === undefined ? emptyDocument : bodyAbout(about),
    kind: 'page',
    mood: null,
    tags: [],
    feelings: [],
    pinned: false,
    wordCount: 0,
  });
  if (about !== undefined) session.editor.commands.setTextSelection(session.editor.state.doc.content.size);
  return session;
};
