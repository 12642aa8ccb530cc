import type { Range } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { type BuiltInTemplate, buildTemplate } from '#core/templates';
import { type EntrySession, isBlank } from './entry-session';

/** Where the first empty line after a place begins, for the caret; the place itself where there is none. */
const firstRoom = (page: Node, after: number): number => {
  let room: number | null = null;
  page.descendants((node, at) => {
    if (room === null && at >= after && node.isTextblock && node.content.size === 0) room = at + 1;
    return room === null;
  });
  return room ?? after + 1;
};

/** Where a template goes that was asked for in a block: in its place if it holds nothing else, else below it. */
const placeOf = (page: Node, asked: Range): Range => {
  const $from = page.resolve(asked.from);
  const holdsMore = $from.depth !== 1 || $from.parent.content.size !== asked.to - asked.from;
  return holdsMore ? { from: $from.after(1), to: $from.after(1) } : { from: $from.before(1), to: $from.after(1) };
};

type Options = {
  readonly words: (key: BuiltInTemplate['title'] | string) => string;
  /** The words in the page by which it was asked for; they go. */
  readonly asked?: Range;
};

/**
 * A blank page becomes the template; to any other it is added, where it was asked for or below all that stands there. One
 * step for undo.
 */
export const insertTemplate = (
  { editor, fields, change }: EntrySession,
  template: BuiltInTemplate,
  { words, asked }: Options,
): void => {
  const { title, body } = buildTemplate(template, words);
  const present = fields.read();
  const { doc } = editor.state;
  const { size } = doc.content;
  const rest = asked === undefined ? doc : doc.replace(asked.from, asked.to, doc.slice(0, 0));
  const wasBlank = isBlank(present, { state: { doc: rest } });
  if (present.title.trim() === '') change({ title });
  if (wasBlank) change({ kind: template.kind });
  const below = asked === undefined ? { from: size, to: size } : placeOf(doc, asked);
  const range = wasBlank ? { from: 0, to: size } : below;
  const isInPlace = range.to > range.from;
  // What is below does not move when the asking words go afterwards.
  const chain = editor
    .chain()
    .command(({ tr }) => {
      closeHistory(tr);
      return true;
    })
    .insertContentAt(range, body.content);
  if (asked !== undefined && !isInPlace) chain.deleteRange(asked);
  const gone = asked === undefined || isInPlace ? 0 : asked.to - asked.from;
  chain
    .command(({ tr, commands }) => commands.setTextSelection(firstRoom(tr.doc, range.from - gone)))
    .focus()
    .scrollIntoView()
    .run();
};
