import type { Block, ListItem, TaskItem } from '#core/document';
import { itemContent } from './document-parts';

/** An item as another program has it: `checked` is null where it has no check box. */
export type FoundItem = { readonly checked: boolean | null; readonly blocks: readonly Block[] };

/**
 * The lists that a list of another program becomes: where only some items have a check box, several behind each other, the
 * numbers of an ordered one going on. `start` is null for bullets.
 */
export const listRuns = (items: readonly FoundItem[], start: number | null): Block[] => {
  const runs: Block[] = [];
  for (const [index, { checked, blocks }] of items.entries()) {
    const content = itemContent(blocks);
    const last = runs.at(-1);
    if (checked !== null) {
      const item: TaskItem = { type: 'taskItem', attrs: { checked }, content };
      if (last?.type === 'taskList') last.content.push(item);
      else runs.push({ type: 'taskList', content: [item] });
      continue;
    }
    const item: ListItem = { type: 'listItem', content };
    if (last?.type === 'bulletList' || last?.type === 'orderedList') last.content.push(item);
    else if (start === null) runs.push({ type: 'bulletList', content: [item] });
    else runs.push({ type: 'orderedList', attrs: { start: start + index }, content: [item] });
  }
  return runs;
};
