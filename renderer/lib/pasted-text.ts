import { Fragment, type Mark, type Node, type Schema, Slice } from '@tiptap/pm/model';

const linesOf = (schema: Schema, block: string, marks: readonly Mark[]): Node[] =>
  block
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [schema.node('hardBreak')] : []),
      ...(line === '' ? [] : [schema.text(line, marks)]),
    ]);

/**
 * Pasted plain text as the page holds it: empty lines part paragraphs, single line breaks stay line breaks, as messengers
 * and mail programs mean them. In the form of the words around it.
 */
export const sliceOfText = (text: string, schema: Schema, marks: readonly Mark[]): Slice => {
  const blocks = text
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(/^\n+|\n+$/gu, '')
    .split(/\n(?:[^\S\n]*\n)+/u);
  const paragraphs = blocks.map((block) => schema.node('paragraph', null, linesOf(schema, block, marks)));
  return new Slice(Fragment.fromArray(paragraphs), 1, 1);
};
