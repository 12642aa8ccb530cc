import type { Block, Document, Inline } from '#core/document';

const wordsOf = (inline: Inline): string => {
  if (inline.type !== 'text') return '\n';
  const { text, marks = [] } = inline;
  const names = marks.map(({ type }) => type);
  const sign = `${names.includes('bold') ? '**' : ''}${names.includes('italic') ? '*' : ''}`;
  const link = marks.find((mark) => mark.type === 'link');
  const words = `${sign}${text}${sign}`;
  return link?.type === 'link' ? `[${words}](${link.attrs.href})` : words;
};

const linesIn = (block: Block, own: string): string[] => {
  switch (block.type) {
    case 'paragraph':
      return [`${own} ${(block.content ?? []).map(wordsOf).join('')}`];
    case 'heading':
      return [`heading${block.attrs.level} ${(block.content ?? []).map(wordsOf).join('')}`];
    case 'bulletList':
      return block.content.flatMap(({ content }) => content.flatMap((inner) => linesIn(inner, '-')));
    case 'orderedList':
      return block.content.flatMap(({ content }) => content.flatMap((inner) => linesIn(inner, '1.')));
    case 'taskList':
      return block.content.flatMap(({ attrs, content }) =>
        content.flatMap((inner) => linesIn(inner, attrs.checked ? '[x]' : '[ ]')),
      );
    case 'blockquote':
      return block.content.flatMap((inner) => linesIn(inner, '>'));
    default:
      return [block.type];
  }
};

/** A page line by line: each with what it is, its words with signs for bold, italic and links. */
export const pageLines = ({ content }: Document): string[] =>
  content.flatMap((block) => linesIn(block, 'p')).map((line) => line.trimEnd());
