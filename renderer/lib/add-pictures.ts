import type { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import type { PictureRefusal } from '#core/cleaned-picture';
import type { RecordId } from '#core/record';
import { announce } from './announce';
import { call } from './client';
import { i18n } from './i18n';
import { type PreparedPicture, preparePicture } from './prepare-picture';
import { newRecordId } from './record-id';
import { tellFailure } from './tell-failure';
import { showToast } from './toasts';

/** Where a page's pictures belong. */
export type PicturePlace = { readonly editor: Editor; readonly entry: () => RecordId };

const refusalWords = (name: string, refusal: PictureRefusal): string => {
  const { t } = i18n;
  switch (refusal.reason) {
    case 'unsupported':
      return t('journal.picture.refused.unsupported', { name, format: refusal.format.toUpperCase() });
    case 'too-large':
      return t(`journal.picture.refused.too-large-${refusal.what}`, { name });
    default:
      return t(`journal.picture.refused.${refusal.reason}`, { name });
  }
};

/** Follows a place in the page while it is written on. */
const followPlace = ({ editor }: PicturePlace, from: number) => {
  let place = from;
  const follow = ({ transaction }: { transaction: Transaction }): void => {
    place = transaction.mapping.map(place);
  };
  editor.on('transaction', follow);
  return {
    read: (): number => place,
    moveTo: (next: number): void => {
      place = next;
    },
    end: () => void editor.off('transaction', follow),
  };
};

const store = (entry: RecordId, file: File, picture: PreparedPicture) => {
  const { bytes, thumbnail } = picture;
  return call('pictures.add', { id: newRecordId(), entry, name: file.name.slice(0, 400), bytes, thumbnail });
};

/** With room to go on writing below one that would be the last of the page. */
const putOn = ({ editor }: PicturePlace, at: number, attrs: object): void => {
  const isLast = at === editor.state.doc.content.size;
  editor
    .chain()
    .insertContentAt(at, [{ type: 'image', attrs }, ...(isLast ? [{ type: 'paragraph' }] : [])])
    .run();
};

/** The picture of the page with an id, wherever it stands now. */
const findOnPage = ({ state }: Editor, id: RecordId): number | null => {
  let found: number | null = null;
  state.doc.descendants((node, at) => {
    if (node.type.name === 'image' && node.attrs.id === id) found = at;
    return found === null;
  });
  return found;
};

const replaceOnPage = ({ editor }: PicturePlace, before: RecordId, next: object): void => {
  const at = findOnPage(editor, before);
  const node = at === null ? null : editor.state.doc.nodeAt(at);
  if (at === null || node === null) return;
  editor.view.dispatch(editor.state.tr.setNodeMarkup(at, undefined, { ...node.attrs, ...next }));
};

const keepOriginal = async (place: PicturePlace, file: File, before: RecordId): Promise<void> => {
  const picture = await preparePicture(file, { keepSize: true });
  const stored = picture.ok ? await store(place.entry(), file, picture) : null;
  if (stored === null || !picture.ok) return;
  if (!stored.ok) return tellFailure(stored.error.code);
  replaceOnPage(place, before, { id: stored.value.id, width: picture.width, height: picture.height });
};

const tellShrunk = (place: PicturePlace, file: File, id: RecordId): void =>
  showToast({
    about: id,
    text: i18n.t('journal.picture.shrunk', { name: file.name }),
    action: { label: i18n.t('journal.picture.keepOriginal'), run: () => void keepOriginal(place, file, id) },
  });

const addOne = async (place: PicturePlace, file: File, following: ReturnType<typeof followPlace>): Promise<boolean> => {
  const picture = await preparePicture(file);
  if (!picture.ok) {
    showToast({ about: `picture ${file.name}`, text: refusalWords(file.name, picture) });
    return false;
  }
  const stored = await store(place.entry(), file, picture);
  if (!stored.ok) {
    tellFailure(stored.error.code);
    return false;
  }
  const { id } = stored.value;
  const at = following.read();
  putOn(place, at, { id, caption: '', alt: '', width: picture.width, height: picture.height });
  // The next one stands right below it.
  following.moveTo(at + 1);
  if (picture.isShrunk) tellShrunk(place, file, id);
  return true;
};

/** Below the block, at the top of the page, in which the caret is. */
const belowCaret = ({ state }: Editor): number => {
  const { $to } = state.selection;
  return $to.depth === 0 ? $to.pos : $to.after(1);
};

/**
 * Puts pictures on a page, one below the other, at a place (by default below the caret's). Those that are not taken in are
 * told by name, and why; the others come all the same.
 */
export const addPictures = async (
  place: PicturePlace,
  files: readonly File[],
  at: number = belowCaret(place.editor),
): Promise<void> => {
  const { size } = place.editor.state.doc.content;
  const following = followPlace(place, Math.min(at, size));
  let added = 0;
  try {
    for (const file of files) if (await addOne(place, file, following)) added += 1;
  } finally {
    following.end();
  }
  if (added > 0) announce(i18n.t('journal.picture.added', { count: added }));
};

/** Gives the page pictures of its own in the place of those that belong to another entry: pasted from there, or parted with. */
export const ownPictures = async (place: PicturePlace): Promise<void> => {
  const ids = new Set<RecordId>();
  place.editor.state.doc.descendants((node) => {
    if (node.type.name === 'image') ids.add(node.attrs.id as RecordId);
  });
  if (ids.size === 0) return;
  const entry = place.entry();
  const listed = await call('pictures.list', { entry });
  const own = new Set(listed.ok ? listed.value.map(({ id }) => id) : ids);
  for (const id of ids) {
    if (own.has(id)) continue;
    const copied = await call('pictures.copy', { id, entry, copy: newRecordId() });
    if (copied.ok) replaceOnPage(place, id, { id: copied.value.id });
    else showToast({ text: i18n.t('journal.picture.notCopied') });
  }
};
