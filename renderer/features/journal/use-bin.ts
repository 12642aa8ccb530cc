import { useTranslation } from 'react-i18next';
import type { Entry } from '#core/entry';
import type { ErrorCode } from '#core/errors';
import type { RecordId } from '#core/record';
import { call } from '#lib/client';
import { entryName } from '#lib/entry-name';
import { useOneAtATime } from '#lib/one-at-a-time';
import { tellFailure } from '#lib/tell-failure';
import { showToast } from '#lib/toasts';
import { entryBinned, entryRestored } from './entry-lists';
import type { EntrySession } from './entry-session';
import { endSession } from './sessions';

/** Takes an entry out of the bin; resolves with it as it then is, or null after having said why not. */
export const restoreEntry = async (id: RecordId): Promise<Entry | null> => {
  const restored = await call('entries.restore', { id });
  const entry = await call('entries.get', { id });
  if (!restored.ok || !entry.ok) {
    tellFailure(restored.ok ? 'INTERNAL' : restored.error.code);
    return null;
  }
  entryRestored(entry.value);
  return entry.value;
};

type Ways = { readonly onClosed: () => void; readonly onShow: (id: string) => void };

/** Puts the open entry into the bin, its last words with it, and offers to undo that. */
export const useBin = (session: EntrySession, { onClosed, onShow }: Ways) => {
  const { t } = useTranslation();
  const binning = useOneAtATime();
  const undo = async (id: RecordId): Promise<void> => {
    if ((await restoreEntry(id)) !== null) onShow(id);
  };
  const close = (): void => {
    endSession(session);
    onClosed();
  };
  const move = async (): Promise<void> => {
    // What is not on the disk would not be in the bin either; the page says why and keeps it.
    if (!(await session.flush())) return tellFailure(codeOf(session));
    const { id, version } = session.entry.read();
    if (version === null) return close();
    const binned = await call('entries.delete', { id });
    if (!binned.ok) return tellFailure(binned.error.code);
    const name = nameOf(session);
    close();
    entryBinned(id);
    showToast({
      about: 'deleted-entry',
      text: name === '' ? t('journal.deleted') : t('journal.deletedThis', { name }),
      action: { label: t('ui.undo'), run: () => void undo(id) },
    });
  };
  return () => binning.run(move);
};

const nameOf = ({ fields, editor }: EntrySession): string =>
  entryName(fields.read().title, editor.getText({ blockSeparator: '\n' }));

const codeOf = ({ status }: EntrySession): ErrorCode => {
  const { save } = status.read();
  return save.kind === 'failed' ? save.code : 'INTERNAL';
};
