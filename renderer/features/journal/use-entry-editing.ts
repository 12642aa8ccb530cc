import type { Editor } from '@tiptap/core';
import { useEffect, useRef, useState } from 'react';
import { type Document, documentText } from '#core/document';
import type { Entry, EntryDraft } from '#core/entry';
import type { RecordId } from '#core/record';
import { ok, type Result } from '#core/result';
import { announce } from '#lib/announce';
import { call } from '#lib/client';
import { command } from '#lib/query-client';
import { newRecordId } from '#lib/record-id';
import { registerUnsavedWork } from '#lib/unsaved-work';
import { type Autosave, createAutosave, type SaveState } from './autosave';
import { cacheSaved } from './entry-cache';
import { endBegun } from './new-entry';

/** The parts of an entry that are edited outside the page itself. */
export type EntryFields = Pick<Entry, 'title' | 'at' | 'zone' | 'mood' | 'tags'>;

const fieldsOf = ({ title, at, zone, mood, tags }: Entry): EntryFields => ({ title, at, zone, mood, tags });

const isBlank = ({ title, mood, tags }: EntryFields, plain: string): boolean =>
  title.trim() === '' && plain.trim() === '' && mood === null && tags.length === 0;

const draftOf = (stored: Entry, fields: EntryFields, body: Document): EntryDraft => ({
  ...fields,
  id: stored.id,
  baseVersion: stored.version === '' ? null : stored.version,
  body,
  kind: stored.kind,
  feelings: stored.feelings,
});

/** One entry being edited: its fields, how its saving stands, and the means to change and to write it. */
export const useEntryEditing = (initial: Entry, savedWord: string) => {
  const [fields, setFields] = useState<EntryFields>(() => fieldsOf(initial));
  const [state, setState] = useState<SaveState>({ kind: initial.version === '' ? 'untouched' : 'saved' });
  const [wordCount, setWordCount] = useState(initial.wordCount);
  const stored = useRef(initial);
  const latest = useRef(fields);
  const editor = useRef<Editor | null>(null);

  // Everything it reads is in refs, so one saver serves as long as the entry is open.
  const [autosave] = useState<Autosave>(() => {
    const save = async (): Promise<Result<unknown>> => {
      const body = (editor.current?.getJSON() ?? stored.current.body) as Document;
      const plain = documentText(body);
      const before = stored.current;
      if (before.version === '' && isBlank(latest.current, plain)) return ok(null);
      const result = await call('entries.save', draftOf(before, latest.current, body));
      if (!result.ok) return result;
      stored.current = result.value;
      endBegun(result.value.id);
      setWordCount(result.value.wordCount);
      cacheSaved(result.value, before, plain);
      return ok(null);
    };
    return createAutosave({ save, onState: setState });
  });

  useEffect(() => {
    const forget = registerUnsavedWork(autosave.flush);
    const onBlur = (): void => void autosave.flush();
    window.addEventListener('blur', onBlur);
    return () => {
      forget();
      window.removeEventListener('blur', onBlur);
      void autosave.flush();
      autosave.stop();
    };
  }, [autosave]);

  useEffect(() => {
    if (state.kind !== 'saved') return;
    // Said once typing has come to rest, not after every write.
    const timer = setTimeout(() => announce(savedWord), 1500);
    return () => clearTimeout(timer);
  }, [state, savedWord]);

  const change = (next: Partial<EntryFields>): void => {
    latest.current = { ...latest.current, ...next };
    setFields(latest.current);
    autosave.changed();
  };

  /** After a conflict: stores what is on the screen as an entry of its own. Returns its id, or null when that failed. */
  const keepAsOwn = async (): Promise<RecordId | null> => {
    const body = (editor.current?.getJSON() ?? stored.current.body) as Document;
    const draft = draftOf(stored.current, latest.current, body);
    const result = await command('entries.save', { ...draft, id: newRecordId(), baseVersion: null });
    return result.ok ? result.value.id : null;
  };

  return { fields, change, state, wordCount, autosave, editor, keepAsOwn };
};

export type EntryEditing = ReturnType<typeof useEntryEditing>;
