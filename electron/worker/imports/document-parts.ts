import type { Block, Document, Inline, Mark } from '#core/document';
import { findDocumentProblem } from '#core/document-problem';
import { ImportProblem } from './imported';

const sameMarks = (one: Inline, other: Inline): boolean =>
  JSON.stringify(one.marks ?? []) === JSON.stringify(other.marks ?? []);

/** Words with their marks; nothing where there are no words. */
export const textNode = (words: string, marks: readonly Mark[] = []): Inline[] => {
  if (words === '') return [];
  return [marks.length === 0 ? { type: 'text', text: words } : { type: 'text', text: words, marks: [...marks] }];
};

/** Puts words behind others, into one node where their marks are the same. */
export const addInline = (inlines: Inline[], added: Inline): void => {
  const last = inlines.at(-1);
  if (added.type === 'text' && last?.type === 'text' && sameMarks(last, added)) {
    inlines[inlines.length - 1] = { ...last, text: last.text + added.text };
  } else inlines.push(added);
};

/** A paragraph with these words; without any, an empty one. */
export const paragraphOf = (content: Inline[]): Block =>
  content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content };

/** The words of several lines with a hard break between them. */
export const linesOf = (text: string): Inline[] =>
  text
    .split('\n')
    .flatMap((line, index) => [...(index > 0 ? [{ type: 'hardBreak' } as const] : []), ...textNode(line)]);

/** What lies in an item: it must begin with a paragraph. */
export const itemContent = (blocks: readonly Block[]): Block[] =>
  blocks[0]?.type === 'paragraph' ? [...blocks] : [{ type: 'paragraph' }, ...blocks];

/** What lies in a quotation or a document: at least an empty paragraph. */
export const filled = (blocks: readonly Block[]): Block[] =>
  blocks.length === 0 ? [{ type: 'paragraph' }] : [...blocks];

/** Plain words as a document: paragraphs where a line is empty, hard breaks where a line ends. */
export const documentOfWords = (words: string): Document => ({
  type: 'doc',
  content: filled(
    words
      .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
      .map((part) => part.replace(/^\n+/, '').trimEnd())
      .filter((part) => part !== '')
      .map((part) => paragraphOf(linesOf(part))),
  ),
});

/** The document itself; fails with an ImportProblem where it is too deep or too long for a page. */
export const fittingDocument = (made: Document): Document => {
  const problem = findDocumentProblem(made);
  if (problem === null) return made;
  throw new ImportProblem(problem.message === 'too deep' ? 'too-deep' : 'too-long');
};
