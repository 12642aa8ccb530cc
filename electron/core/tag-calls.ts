import { z } from 'zod';
import { done, nothing, writing } from './call-atoms';
import { type Calls, command, query } from './contract-call';
import { label } from './feeling';
import { lastTagChange, tagChangeUndone, tagUse } from './tag-change';

/** Calls about tags as such, on every entry that carries them; those in the bin count as such, but not in what is told. */
export const tagCalls = {
  /** Tags that kept entries carry, most used first. */
  'tags.list': query({ input: nothing, output: z.array(tagUse) }),
  /** How many kept entries carry one of two tags, or both. */
  'tags.together': query({
    input: z.strictObject({ name: label, other: label }),
    output: z.strictObject({ entries: z.int().min(0) }),
  }),
  /** Spells a tag otherwise, or gives it a new name; fails with CONFLICT where kept entries carry another tag of that name. */
  'tags.rename': command({
    input: z.strictObject({ name: label, to: label }),
    output: done,
    errors: writing,
    refreshes: ['entries', 'labels'],
  }),
  /** Puts another tag that is there already in the place of one. */
  'tags.merge': command({
    input: z.strictObject({ name: label, into: label }),
    output: done,
    errors: writing,
    refreshes: ['entries', 'labels'],
  }),
  /** Takes a tag off every entry. */
  'tags.remove': command({
    input: z.strictObject({ name: label }),
    output: done,
    errors: writing,
    refreshes: ['entries', 'labels'],
  }),
  /** The last of these changes, while it can be undone. */
  'tags.lastChange': query({ input: nothing, output: lastTagChange }),
  'tags.undo': command({
    input: nothing,
    output: tagChangeUndone,
    errors: writing,
    refreshes: ['entries', 'labels'],
  }),
} satisfies Calls;
