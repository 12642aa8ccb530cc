import type { Editor } from '@tiptap/core';

const GAP = 4;
const EDGE = 8;

/**
 * Moves `panel` next to a place in the page, within `area`, which both lie in: below its line, above it where there is more
 * room, and no higher than the room there is, so that the line itself stays in sight.
 */
export const placeAtCaret = (
  editor: Editor,
  at: number,
  { panel, area }: { readonly panel: HTMLElement; readonly area: HTMLElement },
): void => {
  const line = editor.view.coordsAtPos(at);
  const outer = area.getBoundingClientRect();
  panel.style.maxHeight = '';
  const { offsetWidth: width, offsetHeight: height } = panel;
  const left = Math.max(EDGE, Math.min(line.left - outer.left, outer.width - width - EDGE));
  const below = line.bottom - outer.top + GAP;
  const roomBelow = outer.height - below - EDGE;
  const roomAbove = line.top - outer.top - GAP - EDGE;
  const isBelow = height <= roomBelow || roomBelow >= roomAbove;
  const room = Math.max(0, isBelow ? roomBelow : roomAbove);
  const top = isBelow ? below : EDGE + roomAbove - Math.min(height, room);
  if (height > room) panel.style.maxHeight = `${room}px`;
  panel.style.left = `${left}px`;
  panel.style.top = `${top}px`;
};
