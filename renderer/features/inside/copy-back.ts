import { documentText } from '#core/document';
import { draftFrom, type Entry } from '#core/entry';
import type { CopiedBack, EntryNow } from '#core/inside';
import type { RecordId } from '#core/record';
import type { SnapshotName } from '#core/snapshot';
import { announce } from '#lib/announce';
import { entryName } from '#lib/entry-name';
import { i18n } from '#lib/i18n';
import { useOneAtATime } from '#lib/one-at-a-time';
import { command, refresh } from '#lib/query-client';
import { tellFailure } from '#lib/tell-failure';
import { showToast } from '#lib/toasts';
import { flushAll } from '#lib/unsaved-work';

/** Gives an entry the words, labels and date that it had before it was copied over; one from the bin goes there again. */
const putBack = async (entry: Entry, before: Entry): Promise<boolean> => {
  const { id, deletedAt } = before;
  const saved = await command('entries.save', { ...draftFrom(before), baseVersion: entry.version });
  if (!saved.ok) {
    tellFailure(saved.error.code);
    return false;
  }
  return deletedAt === null || remove(id);
};

const remove = async (id: RecordId): Promise<boolean> => {
  const binned = await command('entries.delete', { id });
  if (!binned.ok) tellFailure(binned.error.code);
  return binned.ok;
};

/** Resolves with whether everything is as it was, having said why not. */
const undo = async ({ entry, before }: CopiedBack): Promise<boolean> => {
  const undone = await (before === null ? remove(entry.id) : putBack(entry, before));
  if (undone) announce(i18n.t('inside.undone'));
  refresh(['inside']);
  return undone;
};

type Copy = { readonly id: RecordId; readonly asNew: boolean; readonly now: EntryNow };

/** Says that it is done, of which entry, and offers to undo it. */
const tellCopied = ({ asNew, now }: Copy, copied: CopiedBack, onUndone: () => void): void => {
  const how = asNew ? 'new' : now === 'changed' ? 'text' : 'back';
  const name = entryName(copied.entry.title, documentText(copied.entry.body));
  const takeBack = async (): Promise<void> => {
    if (await undo(copied)) onUndone();
  };
  showToast({
    about: 'copied-back',
    text: name === '' ? i18n.t(`inside.copied.${how}`) : i18n.t(`inside.copiedNamed.${how}`, { name }),
    action: { label: i18n.t('ui.undo'), run: () => void takeBack() },
  });
};

/** Resolves with what was copied; null where nothing was, having said why. */
const copy = async (name: SnapshotName, { id, asNew }: Copy): Promise<CopiedBack | null> => {
  // What is being written somewhere must be among the words that are kept.
  if ((await flushAll()).length > 0) {
    showToast({ text: i18n.t('inside.unwritten') });
    return null;
  }
  const copied = await command('inside.copyBack', { name, id, asNew });
  if (!copied.ok) {
    // What else can go wrong has to do with the journal, not with the backup.
    tellFailure(copied.error.code, copied.error.code === 'NOT_FOUND' ? 'inside' : undefined);
    return null;
  }
  return copied.value;
};

type Told = {
  /** It stands in the journal. */
  readonly onDone: () => void;
  /** The new entry it was copied into; null when that was undone. */
  readonly onNew: (copy: RecordId | null) => void;
};

/** Copies an entry of a backup back, and offers to undo that. */
export const useCopyBack = (name: SnapshotName, { onDone, onNew }: Told) => {
  const copying = useOneAtATime();
  const run = async (what: Copy): Promise<void> => {
    const copied = await copy(name, what);
    if (copied === null) return;
    if (what.asNew) onNew(copied.entry.id);
    tellCopied(what, copied, () => what.asNew && onNew(null));
    onDone();
  };
  return { isRunning: copying.isRunning, run: (what: Copy) => void copying.run(() => run(what)) };
};
