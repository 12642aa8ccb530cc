import { type Draft, type DraftToKeep, draftContent } from '#core/draft';
import type { RecordId } from '#core/record';
import type { Journal } from '../journal';
import { deleteDraft, listDrafts, saveDraft } from '../repositories/draft';

/** Keeps what stands in a form, in place of what was kept under this id; durable when it returns. It is no change of the journal: no version, no backup for its sake. */
export const keepDraft = ({ db, clock }: Journal, { id, content }: DraftToKeep): void => {
  const record = 'record' in content ? content.record : null;
  saveDraft(db, { id, at: clock.now(), record, content: JSON.stringify(content) });
};

/** Lets go of a draft; safe where there is none. */
export const dropDraft = ({ db }: Journal, id: RecordId): void => deleteDraft(db, id);

/** Every kept form, the one typed in last first. One that this program cannot read stays where it is. */
export const openDrafts = ({ db }: Journal): Draft[] =>
  listDrafts(db).flatMap(({ id, at, content }) => {
    const known = draftContent.safeParse(JSON.parse(content));
    return known.success ? [{ id, at, content: known.data }] : [];
  });

/** Saves what stood in a form and lets go of its draft: both, or, when the saving fails, neither. */
export const storing = <T extends object, R>(
  journal: Journal,
  { finishes, ...input }: T & { readonly finishes?: RecordId | undefined },
  save: (journal: Journal, input: Omit<T, 'finishes'>) => R,
): R =>
  journal.db.transaction(() => {
    const saved = save(journal, input as Omit<T, 'finishes'>);
    if (finishes !== undefined) deleteDraft(journal.db, finishes);
    return saved;
  });
