import { draft } from '#core/draft';
import type { Database } from '../db/database';
import { listDrafts, saveDraft } from '../repositories/draft';

/**
 * Copies what stands in forms that were not saved: it was acknowledged as kept, and no export carries it. One that this
 * program cannot read is passed over.
 */
export const copyDrafts = (from: Database, to: Database): void => {
  for (const { id, at, content } of listDrafts(from)) {
    const known = draft.safeParse({ id, at, content: JSON.parse(content) });
    if (!known.success) continue;
    const { content: told } = known.data;
    saveDraft(to, { id, at, record: 'record' in told ? told.record : null, content });
  }
};
