import { Editor } from '@tiptap/core';
import { countWords, type Document, documentText } from '#core/document';
import type { Entry, EntryDraft } from '#core/entry';
import type { ErrorCode } from '#core/errors';
import type { RecordVersion } from '#core/record';
import { failed, ok, type Result } from '#core/result';
import { mergedTags } from '#core/tag-change';
import { ownPictures } from '#lib/add-pictures';
import { createAutosave, type SaveState } from '#lib/autosave';
import { call } from '#lib/client';
import { i18n } from '#lib/i18n';
import { pageExtensions } from '#lib/page-extensions';
import { createStore, type Store } from '#lib/store';
import { type Parting, storeEntry } from '#lib/store-entry';
import { registerUnsavedWork, unsaved } from '#lib/unsaved-work';
import { pageClass } from '#ui/page-content';
import { entrySaved, refreshLists } from './entry-lists';
import { pictureHandlers } from './page-pictures';

/** What of an entry is edited outside the page itself. */
export type EntryFields = Pick<Entry, 'title' | 'at' | 'zone' | 'kind' | 'mood' | 'tags' | 'feelings' | 'pinned'>;

/** How an entry's saving stands; `untouched` is a new entry with nothing in it, which is stored nowhere. */
export type EntryStatus = { readonly save: SaveState | { readonly kind: 'untouched' }; readonly words: number };

/** An entry begun in this window and not stored yet has no version. */
export type OpenedEntry = Omit<Entry, 'version'> & { readonly version: Entry['version'] | null };

export type EntrySession = {
  /** Stays the same while the entry is open, even if its id does not. */
  readonly key: string;
  readonly entry: Store<OpenedEntry>;
  readonly editor: Editor;
  readonly fields: Store<EntryFields>;
  readonly status: Store<EntryStatus>;
  /** The entry this one had to part from, and why. */
  readonly parted: Store<{ readonly from: Entry['id']; readonly why: Parting } | null>;
  readonly change: (next: Partial<EntryFields>) => void;
  /**
   * Writes what is not written yet, and then gives the entry the title and text of an earlier state; resolves with the
   * version under which what stood there is kept, or with why not.
   */
  readonly takeBack: (revision: RecordVersion) => Promise<Result<RecordVersion>>;
  /** Shows it as it stands in the journal now, changed other than by writing here; lists are not told. */
  readonly show: (stored: Entry) => void;
  /** Writes at once what is not written yet; resolves with whether all of it is on the disk. */
  readonly flush: () => Promise<boolean>;
  /** Writes nothing any more and lets go of the page. */
  readonly close: () => void;
};

const fieldsOf = ({ title, at, zone, kind, mood, tags, feelings, pinned }: OpenedEntry): EntryFields => ({
  title,
  at,
  zone,
  kind,
  mood,
  tags,
  feelings,
  pinned,
});

const makeEditor = (body: Document, entry: Store<OpenedEntry>, onUpdate: () => void): Editor => {
  const editor: Editor = new Editor({
    element: null,
    extensions: pageExtensions(),
    content: body,
    injectCSS: false,
    editorProps: {
      ...pictureHandlers(() => ({ editor, entry: () => entry.read().id })),
      attributes: {
        class: pageClass,
        'aria-label': i18n.t('journal.page'),
        'aria-multiline': 'true',
        spellcheck: 'false',
      },
    },
    onUpdate,
  });
  return editor;
};

/** Nothing has been put into it: no title, mood, tag or feeling, and only blank paragraphs. */
export const isBlank = (
  { title, mood, tags, feelings }: EntryFields,
  { state }: { readonly state: Pick<Editor['state'], 'doc'> },
): boolean =>
  title.trim() === '' &&
  mood === null &&
  tags.length === 0 &&
  feelings.length === 0 &&
  state.doc.textContent.trim() === '' &&
  state.doc.content.content.every(({ type }) => type.name === 'paragraph');

/** No answer came, so the words may or may not have been stored. */
const isUnanswered = (code: ErrorCode): boolean => code === 'INTERNAL';

const draftOf = ({ entry, editor, fields }: Pick<EntrySession, 'entry' | 'editor' | 'fields'>): EntryDraft => {
  const { id, version } = entry.read();
  return {
    ...fields.read(),
    id,
    baseVersion: version,
    body: editor.state.doc.toJSON() as Document,
  };
};

const asStored = (opened: OpenedEntry): Entry | null =>
  opened.version === null ? null : { ...opened, version: opened.version };

/** Shows the tags with which a draft was stored, where they were changed everywhere at once in the meantime. */
const takeTags = (fields: Store<EntryFields>, draft: EntryDraft, { tags: theirs }: Entry): void => {
  if (theirs.join('\n') === draft.tags.join('\n')) return;
  const now = fields.read();
  fields.write({ ...now, tags: [...mergedTags(draft.tags, now.tags, theirs)] });
};

type Parts = Omit<EntrySession, 'change' | 'takeBack' | 'show' | 'flush' | 'close'>;

/** What is shown of an entry after it was stored as something else than what was typed. */
const showStored = ({ entry, editor, fields, status }: Parts, stored: Entry): void => {
  const before = entry.read();
  entry.write(stored);
  fields.write(fieldsOf(stored));
  // A change like any other to the page's own undo. Where only something around the page changed, the caret stays.
  if (JSON.stringify(stored.body) !== JSON.stringify(before.body))
    editor.commands.setContent(stored.body, { emitUpdate: false });
  status.write({ ...status.read(), words: stored.wordCount });
};

const openAutosave = (session: Parts) => {
  const { entry, editor, fields, status, parted } = session;
  let unanswered: readonly EntryDraft[] = [];

  const save = async (): Promise<Result<unknown>> => {
    const before = entry.read();
    if (before.version === null && isBlank(fields.read(), editor)) return ok(null);
    const draft = draftOf(session);
    const base = asStored(before);
    const result = await storeEntry(draft, unanswered, { base });
    if (!result.ok) {
      // Nothing that was stored says how many there are now.
      status.write({ ...status.read(), words: countWords(documentText(draft.body)) });
      if (isUnanswered(result.error.code)) unanswered = [...unanswered, draft];
      return result;
    }
    unanswered = [];
    const { entry: stored, parted: why } = result.value;
    entry.write(stored);
    takeTags(fields, draft, stored);
    if (why !== null) {
      parted.write({ from: before.id, why });
      void ownPictures({ editor, entry: () => stored.id });
    }
    status.write({ ...status.read(), words: stored.wordCount });
    entrySaved(stored, why === null ? base : null);
    if (why !== null) refreshLists();
    return result;
  };

  return createAutosave({
    save,
    onState: (state) => {
      const isStored = state.kind !== 'saved' || entry.read().version !== null;
      status.write({ ...status.read(), save: isStored ? state : { kind: 'untouched' } });
    },
  });
};

/** Opens an entry for writing: its page with its undo history, its fields, and their saving, until it is closed. */
export const openSession = (opened: OpenedEntry): EntrySession => {
  const entry = createStore(opened);
  const editor = makeEditor(opened.body, entry, () => autosave.changed());
  const parts = {
    key: opened.id,
    entry,
    editor,
    fields: createStore(fieldsOf(opened)),
    status: createStore<EntryStatus>({
      save: { kind: opened.version === null ? 'untouched' : 'saved' },
      words: opened.wordCount,
    }),
    parted: createStore<{ from: Entry['id']; why: Parting } | null>(null),
  };
  const autosave = openAutosave(parts);
  const forget = registerUnsavedWork(async () => {
    return (await autosave.flush()) ? [] : [unsaved('entries.save', draftOf(parts))];
  });
  return {
    ...parts,
    change: (next) => {
      parts.fields.write({ ...parts.fields.read(), ...next });
      autosave.changed();
    },
    takeBack: async (revision) => {
      const isWritten = await autosave.flush();
      const before = parts.entry.read();
      const { id, version: baseVersion } = before;
      if (!isWritten || baseVersion === null) return failed({ code: 'CONFLICT' });
      const result = await call('entries.takeBack', { id, baseVersion, revision });
      if (!result.ok) return result;
      showStored(parts, result.value);
      entrySaved(result.value, { ...before, version: baseVersion });
      return ok(baseVersion);
    },
    show: (stored) => showStored(parts, stored),
    flush: autosave.flush,
    close: () => {
      autosave.stop();
      forget();
      editor.destroy();
    },
  };
};
