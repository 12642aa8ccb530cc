import { countWords, type Document, documentText } from '#core/document';
import { draftFrom, type Entry, type Revision } from '#core/entry';
import { AppError } from '#core/errors';
import type { RecordId, RecordVersion } from '#core/record';
import type { Journal } from '../journal';
import { getEntry } from '../repositories/entry';
import { insertRevision, listRevisions, type StoredRevision } from '../repositories/revision';
import { saveEntry } from './entries';

const toWire = ({ version, savedAt, reason, title, bodyText }: StoredRevision): Revision => {
  const body = JSON.parse(bodyText) as Document;
  return { version, savedAt, reason, title, body, wordCount: countWords(documentText(body)) };
};

/** The earlier states of an entry, the one put aside last first. */
export const revisionsOf = ({ db }: Journal, id: RecordId): Revision[] => listRevisions(db, id).map(toWire);

type TakeBack = { readonly id: RecordId; readonly baseVersion: RecordVersion; readonly revision: RecordVersion };

/**
 * Gives an entry the title and text of an earlier state; what stood there is kept as an earlier state itself, so that this
 * can be taken back like anything else. Everything else about the entry stays. Fails with NOT_FOUND, CONFLICT.
 */
export const takeBackRevision = (journal: Journal, { id, baseVersion, revision }: TakeBack): Entry => {
  const { db, clock } = journal;
  return db.transaction(() => {
    const { entry, bodyText } = getEntry(db, id);
    if (entry.version !== baseVersion) throw new AppError('CONFLICT');
    const earlier = listRevisions(db, id).find(({ version }) => version === revision);
    if (earlier === undefined) throw new AppError('NOT_FOUND');
    insertRevision(db, { entry, bodyText, reason: 'restore', savedAt: clock.now() });
    const body = JSON.parse(earlier.bodyText) as Document;
    return saveEntry(journal, { ...draftFrom(entry), title: earlier.title, body });
  });
};
