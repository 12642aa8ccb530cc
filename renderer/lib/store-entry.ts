import { draftFrom, type Entry, type EntryDraft } from '#core/entry';
import { ok, type Result } from '#core/result';
import { mergedTags } from '#core/tag-change';
import { call } from '#lib/client';
import { newRecordId } from '#lib/record-id';

/** Why the words went into an entry of their own: the stored one was changed elsewhere, or was gone. */
export type Parting = 'changed' | 'gone';

export type Stored = { readonly entry: Entry; readonly parted: Parting | null };

const contentOf = ({ title, body, at, zone, mood, tags }: Entry | EntryDraft): string =>
  JSON.stringify([title, body, at, zone, mood, tags]);

/** Whether what is stored is our own earlier writing, of which only the answer was lost. */
const isOurs = (stored: Entry, unanswered: readonly EntryDraft[]): boolean =>
  unanswered.some((draft) => contentOf(draft) === contentOf(stored));

const besidesTags = (entry: Entry): string => JSON.stringify({ ...draftFrom(entry), baseVersion: null, tags: [] });

/** The draft as a change of what is stored, where nothing but tags was changed there since `base`; null otherwise. */
const onTop = (draft: EntryDraft, base: Entry | null, there: Entry): EntryDraft | null => {
  if (base === null || there.deletedAt !== null || besidesTags(base) !== besidesTags(there)) return null;
  return { ...draft, baseVersion: there.version, tags: [...mergedTags(base.tags, draft.tags, there.tags)] };
};

const part = async (draft: EntryDraft, parted: Parting): Promise<Result<Stored>> => {
  const saved = await call('entries.save', { ...draft, id: newRecordId(), baseVersion: null });
  return saved.ok ? ok({ entry: saved.value, parted }) : saved;
};

/** The draft to be sent once more where the entry was changed in the meantime; null where it has to part from it. */
const againFrom = (
  draft: EntryDraft,
  there: Entry,
  { unanswered, base }: { readonly unanswered: readonly EntryDraft[]; readonly base: Entry | null },
): EntryDraft | null =>
  isOurs(there, unanswered) ? { ...draft, baseVersion: there.version } : onTop(draft, base, there);

/**
 * Stores a draft. Where the entry was changed or removed by someone else in the meantime, neither text is lost: the
 * stored one stays as it is, and the draft becomes an entry of its own, unless nothing but its tags was changed there: then
 * both changes are put together. `unanswered` are drafts sent before to which no answer came; `base` is the entry as it was
 * stored when the draft was begun, where that is known.
 */
export const storeEntry = async (
  draft: EntryDraft,
  unanswered: readonly EntryDraft[],
  { base = null }: { readonly base?: Entry | null } = {},
): Promise<Result<Stored>> => {
  const saved = await call('entries.save', draft);
  if (saved.ok) return ok({ entry: saved.value, parted: null });
  if (saved.error.code === 'NOT_FOUND') return part(draft, 'gone');
  if (saved.error.code !== 'CONFLICT') return saved;
  const there = await call('entries.get', { id: draft.id });
  if (!there.ok) return there.error.code === 'NOT_FOUND' ? part(draft, 'gone') : there;
  const next = againFrom(draft, there.value, { unanswered, base });
  if (next === null) return part(draft, there.value.deletedAt === null ? 'changed' : 'gone');
  const again = await call('entries.save', next);
  return again.ok ? ok({ entry: again.value, parted: null }) : again;
};
