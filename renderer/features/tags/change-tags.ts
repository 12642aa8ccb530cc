import { contract, type Input } from '#core/contract';
import type { ErrorCode } from '#core/errors';
import type { TagChange } from '#core/tag-change';
import { isolated } from '#lib/bidi';
import { call } from '#lib/client';
import { formatNumber } from '#lib/format';
import { i18n } from '#lib/i18n';
import { refresh } from '#lib/query-client';
import { tellFailure } from '#lib/tell-failure';
import { showToast } from '#lib/toasts';
import { flushAll } from '#lib/unsaved-work';

/** The names in a change, to stand in a sentence; `to` is empty where there is none. */
export const namesIn = (change: TagChange): { readonly name: string; readonly to: string } => {
  const name = isolated(change.name);
  switch (change.kind) {
    case 'renamed':
      return { name, to: isolated(change.to) };
    case 'merged':
      return { name, to: isolated(change.into) };
    case 'removed':
      return { name, to: '' };
  }
};

const send = (change: TagChange) => {
  const { name } = change;
  switch (change.kind) {
    case 'renamed':
      return call('tags.rename', { name, to: change.to } satisfies Input<'tags.rename'>);
    case 'merged':
      return call('tags.merge', { name, into: change.into } satisfies Input<'tags.merge'>);
    case 'removed':
      return call('tags.remove', { name } satisfies Input<'tags.remove'>);
  }
};

/** What is being written must be stored before its tags change under it; false, having said so, where it cannot be. */
const isAllWritten = async (): Promise<boolean> => {
  if ((await flushAll()).length === 0) return true;
  showToast({ text: i18n.t('tags.unwritten') });
  return false;
};

// Open entries are read again with it.
const settle = (): void => refresh(contract['tags.undo'].refreshes);

/** Undoes the last change of tags and says so, or why not; resolves with whether it is undone. */
export const undoLastChange = async (): Promise<boolean> => {
  if (!(await isAllWritten())) return false;
  const undone = await call('tags.undo', {});
  settle();
  if (!undone.ok) {
    tellFailure(undone.error.code, 'tags');
    return false;
  }
  const { left } = undone.value;
  const counted = { count: left, n: formatNumber(left, 0) };
  showToast({ about: 'tags', text: left === 0 ? i18n.t('tags.undone') : i18n.t('tags.undoneLeft', counted) });
  return true;
};

/** What came of a change: `unwritten` was said already. */
export type Changed = 'done' | 'unwritten' | ErrorCode;

/** Changes a tag on every entry, says so, and offers to undo it. */
export const changeTags = async (change: TagChange): Promise<Changed> => {
  if (!(await isAllWritten())) return 'unwritten';
  const changed = await send(change);
  settle();
  if (!changed.ok) return changed.error.code;
  showToast({
    about: 'tags',
    text: i18n.t(`tags.done.${change.kind}`, namesIn(change)),
    action: { label: i18n.t('ui.undo'), run: () => void undoLastChange() },
  });
  return 'done';
};
