import type { SnippetPart } from '#core/entry';

/** A text in which what a search met is marked. */
export const HitParts = ({ parts }: { readonly parts: readonly SnippetPart[] }) =>
  parts.map(({ text, hit }, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other identity.
    return hit ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>;
  });
