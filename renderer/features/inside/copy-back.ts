import type { Entry } from '#core/entry';
import type { CopiedBack, EntryNow } from '#core/inside';
import type { RecordId } from '#core/record';
import type { SnapshotName } from '#core/snapshot';
import { announce } from '#lib/announce';
import { i18n } from '#lib/i18n';
import { useOneAtATime } from '#lib/one-at-a-time';
import { command, refresh } from '#lib/query-client';
import { tellStored } from '#lib/stored-entries';
import { tellFailure } from '#lib/tell-failure';
import { showToast } from '#lib/toasts';
import { flushAll } from '#lib/unsaved-work';

/** An open page that shows the entry anew writes it into the lists, which then count as fresh: they are asked for again. */
const stale = ['inside', 'entries', 'bin'] as const;

/** Gives an entry the words, labels and date that it had before it was copied over; one from the bin goes there again. */
const putBack = async (entry: Entry, before: Entry): Promise<void> => {
  const { id, at, zone, title, body, kind, mood, tags, feelings, deletedAt } = before;
  const draft = { id, baseVersion: entry.version, at, zone, title, body, kind, mood, tags, feelings };
  const saved = await command('entries.save', draft);
  if (!saved.ok) return tellFailure(saved.error.code);
  tellStored(saved.value);
  if (deletedAt !== null) await remove(id);
  else announce(i18n.t('inside.undone'));
};

const remove = async (id: RecordId): Promise<void> => {
  const binned = await command('entries.delete', { id });
  if (!binned.ok) return tellFailure(binned.error.code);
  announce(i18n.t('inside.undone'));
};

const undo = async ({ entry, before }: CopiedBack): Promise<void> => {
  await (before === null ? remove(entry.id) : putBack(entry, before));
  refresh(stale);
};

type Copy = { readonly id: RecordId; readonly asNew: boolean; readonly now: EntryNow };

const copy = async (name: SnapshotName, { id, asNew, now }: Copy): Promise<boolean> => {
  // What is being written somewhere must be among the words that are kept.
  if ((await flushAll()).length > 0) {
    showToast({ text: i18n.t('inside.unwritten') });
    return false;
  }
  const copied = await command('inside.copyBack', { name, id, asNew });
  if (!copied.ok) {
    // What else can go wrong has to do with the journal, not with the backup.
    tellFailure(copied.error.code, copied.error.code === 'NOT_FOUND' ? 'inside' : undefined);
    return false;
  }
  tellStored(copied.value.entry);
  refresh(stale);
  const how = asNew ? 'new' : now === 'changed' ? 'text' : 'back';
  showToast({
    text: i18n.t(`inside.copied.${how}`),
    action: { label: i18n.t('ui.undo'), run: () => void undo(copied.value) },
  });
  return true;
};

/** Copies an entry of a backup back, and offers to undo that; `onDone` is called when it stands in the journal. */
export const useCopyBack = (name: SnapshotName, onDone: () => void) => {
  const copying = useOneAtATime();
  const run = async (what: Copy): Promise<void> => {
    if (await copy(name, what)) onDone();
  };
  return { isRunning: copying.isRunning, run: (what: Copy) => void copying.run(() => run(what)) };
};
