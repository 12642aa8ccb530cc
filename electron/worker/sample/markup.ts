import type { Block, Document, Inline, Mark } from '#core/document';

/** Quotation marks as the editor sets them: opening after a space or at the beginning, closing elsewhere. */
const curl = (text: string): string => text.replace(/(^|[\s(*_])"/g, '$1“').replaceAll('"', '”');

const inlinesOf = (text: string): Inline[] =>
  curl(text)
    .split(/(\*\*[^*]+\*\*|_[^_]+_)/)
    .filter((part) => part !== '')
    .map((part) => {
      const marked = (type: 'bold' | 'italic', width: number): Inline => {
        const marks: Mark[] = [{ type }];
        return { type: 'text', text: part.slice(width, -width), marks };
      };
      if (part.startsWith('**')) return marked('bold', 2);
      return part.startsWith('_') ? marked('italic', 1) : { type: 'text', text: part };
    });

const paragraphOf = (text: string): Block => ({ type: 'paragraph', content: inlinesOf(text) });

/** The items of a list; a line that does not begin one goes on with the one before. */
const itemsOf = (lines: readonly string[], bullet: RegExp): string[] => {
  const items: string[] = [];
  for (const line of lines) {
    if (bullet.test(line)) items.push(line.replace(bullet, ''));
    else items.push(`${items.pop() ?? ''} ${line}`.trim());
  }
  return items;
};

const taskListOf = (lines: readonly string[]): Block => ({
  type: 'taskList',
  content: itemsOf(lines, /^- (?=\[)/).map((item) => ({
    type: 'taskItem',
    attrs: { checked: item.startsWith('[x]') },
    content: [paragraphOf(item.slice(4))],
  })),
});

const listOf = (lines: readonly string[], type: 'bulletList' | 'orderedList'): Block => {
  const bullet = type === 'bulletList' ? /^- / : /^\d+\. /;
  const content = itemsOf(lines, bullet).map((item) => ({ type: 'listItem' as const, content: [paragraphOf(item)] }));
  return type === 'bulletList' ? { type, content } : { type, attrs: { start: 1, type: null }, content };
};

const blockOf = (block: string): Block => {
  const lines = block.split('\n').map((line) => line.trim());
  const text = lines.join(' ');
  if (text.startsWith('## ')) return { type: 'heading', attrs: { level: 2 }, content: inlinesOf(text.slice(3)) };
  if (text.startsWith('> ')) return { type: 'blockquote', content: [paragraphOf(text.slice(2))] };
  if (text.startsWith('- [')) return taskListOf(lines);
  if (text.startsWith('- ')) return listOf(lines, 'bulletList');
  return text.startsWith('1. ') ? listOf(lines, 'orderedList') : paragraphOf(text);
};

/**
 * An entry's body from the markup in which the sample is written: blocks apart by a blank line; `## ` heading, `> ` quote,
 * `- ` list, `1. ` numbered list, `- [ ] ` and `- [x] ` checklist; `**bold**` and `_italic_` inside them.
 */
export const documentOf = (markup: string): Document => ({
  type: 'doc',
  content: markup
    .trim()
    .split(/\n{2,}/)
    .map(blockOf),
});
