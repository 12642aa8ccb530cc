import type { Draft, DraftContent } from '#core/draft';
import type { RecordId } from '#core/record';
import { ok, type Result } from '#core/result';
import type { UnsavedCall } from '#core/unsaved-call';
import { createAutosave } from './autosave';
import { call } from './client';
import { queryClient, queryKeyOf } from './query-client';
import { newRecordId } from './record-id';
import { createStore } from './store';
import { registerUnsavedWork, unsaved } from './unsaved-work';

/** Ids of the drafts that stand in a form now; nobody need be asked about them. */
export const draftsInForms = createStore<ReadonlySet<RecordId>>(new Set());

const listKey = queryKeyOf('drafts.list', {});

/** Puts the known list right: what a form has just done to its draft need not be asked for. */
const relist = (id: RecordId, draft: Draft | null): void => {
  queryClient.setQueryData<readonly Draft[]>(listKey, (list) =>
    list === undefined ? undefined : [...(draft === null ? [] : [draft]), ...list.filter((other) => other.id !== id)],
  );
};

const setInForm = (id: RecordId, isThere: boolean): void => {
  const next = new Set(draftsInForms.read());
  if (isThere) next.add(id);
  else next.delete(id);
  draftsInForms.write(next);
};

type Writing = {
  /** Resolves when no save of the form is under way. */
  readonly settled: () => Promise<void>;
  /** For a form that loses nothing by being left: stores it then, and resolves with whether it could. */
  readonly saveOnLeaving: (() => Promise<boolean>) | null;
  /** The same before the journal locks. */
  readonly saveOnLocking: (() => Promise<boolean>) | null;
};

const plain: Writing = { settled: async () => undefined, saveOnLeaving: null, saveOnLocking: null };

/** Writes what stands in a form to its draft, and takes the draft away when nothing is left to keep. */
const draftWriter = (id: RecordId, from: Draft | null) => {
  let content = from?.content ?? null;
  let isStored = from !== null;
  let writes = 0;
  const save = async (): Promise<Result<unknown>> => {
    if (content === null && !isStored) return ok(null);
    writes += 1;
    isStored = true;
    if (content !== null) return call('drafts.keep', { id, content });
    const dropped = await call('drafts.drop', { id });
    if (dropped.ok && content === null) isStored = false;
    return dropped;
  };
  const autosave = createAutosave({ save, onState: () => undefined });
  return {
    flush: autosave.flush,
    content: () => content,
    writes: () => writes,
    put: (next: DraftContent | null): void => {
      if (JSON.stringify(next) === JSON.stringify(content)) return;
      content = next;
      autosave.changed();
    },
    /** It is gone already, with what it became. */
    forget: (): void => {
      content = null;
      isStored = false;
    },
  };
};

/**
 * What stands in one form, kept in the encrypted journal at most once a second while it differs from what was opened.
 * `from` is the draft that the form goes on from.
 */
export const openDraft = (from: Draft | null = null) => {
  const id = from?.id ?? newRecordId();
  const writer = draftWriter(id, from);
  let how = plain;
  /** What was saved or given up last: as long as the form still shows just that, nothing is to be kept. */
  let done: string | null = null;
  let unregister = (): void => undefined;

  const finish = (content: DraftContent | null): void => {
    done = JSON.stringify(content);
    relist(id, null);
  };

  /** Lets go of what stands in the form. */
  const drop = async (): Promise<void> => {
    finish(writer.content());
    writer.put(null);
    await writer.flush();
  };

  const flush = async (): Promise<readonly UnsavedCall[]> => {
    await how.settled();
    if (writer.content() !== null && (await how.saveOnLocking?.()) === true) await drop();
    if (await writer.flush()) return [];
    const content = writer.content();
    return content === null ? [] : [unsaved('drafts.keep', { id, content })];
  };

  return {
    id,
    drop,
    /** The form is shown: from now on its draft is written before the journal locks, too. */
    enter: (writing: Partial<Writing> = {}): void => {
      how = { ...plain, ...writing };
      setInForm(id, true);
      unregister();
      unregister = registerUnsavedWork(flush);
    },
    /** What stands in the form now; null when that is what was opened. */
    changed: (content: DraftContent | null): void => {
      if (done !== null && JSON.stringify(content) === done) return;
      done = null;
      writer.put(content);
    },
    /** Sends what saves the form, with the draft that ends by it. */
    store: async <T>(send: (finishes: RecordId) => Promise<Result<T>>): Promise<Result<T>> => {
      const before = { writes: writer.writes(), content: writer.content() };
      const result = await send(id);
      if (!result.ok) return result;
      finish(before.content);
      writer.forget();
      // Typed while it was being stored: written after the draft had ended with it.
      if (writer.writes() > before.writes) await call('drafts.drop', { id });
      return result;
    },
    /** The form goes away. What was neither saved nor given up waits to be taken up again. */
    leave: async (): Promise<void> => {
      if (writer.content() !== null && (await how.saveOnLeaving?.()) === true) await drop();
      const content = writer.content();
      if (content !== null) relist(id, { id, at: Date.now(), content });
      setInForm(id, false);
      // What cannot be written yet is still handed on when the journal locks.
      if (await writer.flush()) unregister();
    },
  };
};

export type OpenDraft = ReturnType<typeof openDraft>;
