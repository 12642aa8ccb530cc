import type { SnippetPart } from '#core/entry';

/** How much may stand before the first hit, so that the hit is in sight, in UTF-16 units. */
const LEAD = 32;

/** A passage that begins shortly before its first hit. */
export const beginNearHit = (parts: readonly SnippetPart[]): readonly SnippetPart[] => {
  const [lead, ...rest] = parts;
  if (lead === undefined || lead.hit || rest.length === 0 || lead.text.length <= LEAD) return parts;
  const space = lead.text.indexOf(' ', lead.text.length - LEAD);
  const text = space < 0 || space === lead.text.length - 1 ? lead.text.slice(-LEAD) : lead.text.slice(space + 1);
  return [{ text: `…${text}`, hit: false }, ...rest];
};
