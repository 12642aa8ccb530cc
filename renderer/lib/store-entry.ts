import type { Entry, EntryDraft } from '#core/entry';
import { ok, type Result } from '#core/result';
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

const part = async (draft: EntryDraft, parted: Parting): Promise<Result<Stored>> => {
  const saved = await call('entries.save', { ...draft, id: newRecordId(), baseVersion: null });
  return saved.ok ? ok({ entry: saved.value, parted }) : saved;
};

/**
 * Stores a draft. Where the entry was changed or removed by someone else in the meantime, neither text is lost: the
 * stored one stays as it is, and the draft becomes an entry of its own. `unanswered` are drafts sent before to which no
 * answer came.
 */
export const storeEntry = async (draft: EntryDraft, unanswered: readonly EntryDraft[]): Promise<Result<Stored>> => {
  const saved = await call('entries.save', draft);
  if (saved.ok) return ok({ entry: saved.value, parted: null });
  if (saved.error.code === 'NOT_FOUND') return part(draft, 'gone');
  if (saved.error.code !== 'CONFLICT') return saved;
  const there = await call('entries.get', { id: draft.id });
  if (!there.ok) return there.error.code === 'NOT_FOUND' ? part(draft, 'gone') : there;
  if (!isOurs(there.value, unanswered)) return part(draft, there.value.deletedAt === null ? 'changed' : 'gone');
  const again = await call('entries.save', { ...draft, baseVersion: there.value.version });
  return again.ok ? ok({ entry: again.value, parted: null }) : again;
};
