import { z } from 'zod';
import { label } from './feeling';
import { foldLabel, uniqueLabels } from './label';
import { instant } from './record';

/** A tag and how many kept entries carry it. */
export const tagUse = z.strictObject({ name: z.string(), uses: z.int().min(0) });
export type TagUse = z.infer<typeof tagUse>;

/** What was done with one tag on every entry that carried it. */
export const tagChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('renamed'), name: label, to: label }),
  z.strictObject({ kind: z.literal('merged'), name: label, into: label }),
  z.strictObject({ kind: z.literal('removed'), name: label }),
]);
export type TagChange = z.infer<typeof tagChange>;

/** The last change of tags, while it can be undone; null otherwise. */
export const lastTagChange = z.strictObject({ at: instant, change: tagChange }).nullable();
export type LastTagChange = z.infer<typeof lastTagChange>;

/** What undoing a change of tags did: `left` are entries whose tags were changed since, which stay as they are. */
export const tagChangeUndone = z.strictObject({ left: z.int().min(0) });
export type TagChangeUndone = z.infer<typeof tagChangeUndone>;

/** Whether two spellings name one tag. */
export const isSameTag = (one: string, other: string): boolean => foldLabel(one) === foldLabel(other);

const has = (tags: readonly string[], name: string): boolean => tags.some((tag) => isSameTag(tag, name));

/** The tags of an entry after one of them became another, or was taken off (`to` null): in their order, each once. */
export const withTag = (tags: readonly string[], name: string, to: string | null): string[] =>
  uniqueLabels(tags.flatMap((tag) => (isSameTag(tag, name) ? (to ?? []) : tag)));

/**
 * The tags of an entry that was changed on two sides since it had those of `base`: `theirs`, with what was put on and taken
 * off in `ours`. Where they left it alone, ours as they are.
 */
export const mergedTags = (
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly string[] => {
  if (base.join('\n') === theirs.join('\n')) return ours;
  const kept = theirs.filter((tag) => !has(base, tag) || has(ours, tag));
  return [...kept, ...ours.filter((tag) => !has(base, tag) && !has(kept, tag))];
};
