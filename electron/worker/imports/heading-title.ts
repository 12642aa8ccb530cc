import type { Block, Document } from '#core/document';
import { documentText } from '#core/document';
import { filled } from './document-parts';

const MAX_TITLE = 400;

/** A document whose first block is a short heading, as that title and the rest; any other with no title. */
export const takeHeading = (made: Document): { readonly title: string; readonly document: Document } => {
  const [first, ...rest]: readonly Block[] = made.content;
  const title = first?.type === 'heading' ? documentText({ type: 'doc', content: [first] }).trim() : '';
  if (title === '' || title.length > MAX_TITLE || title.includes('\n')) return { title: '', document: made };
  return { title, document: { type: 'doc', content: filled(rest) } };
};
