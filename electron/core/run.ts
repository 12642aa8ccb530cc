import { z } from 'zod';
import { localDate } from './local-date';
import { instant, recordColumns, recordId, recordVersion, zone } from './record';

/** Why a run ended. */
export const endCause = z.enum(['slip', 'other']);
export type EndCause = z.infer<typeof endCause>;

/**
 * Only one run goes on at a time: a second open one would put the first, with its days, out of sight. A save or a restore
 * that would make one is refused as INVALID_INPUT with these `fields`; which of the two ends is for the person to say.
 */
export const otherRunOpen = { ended: 'other-open' } as const;

/** Whether a call was refused because another run goes on. */
export const isOtherRunOpen = ({
  fields,
}: {
  readonly fields?: Readonly<Record<string, string>> | undefined;
}): boolean => fields?.ended === otherRunOpen.ended;

const moment = z.strictObject({ at: instant, zone, day: localDate });

/** A stretch of days free of use: from its beginning to its end, or still going on. Days free are computed, never stored. */
export const run = z.strictObject({
  ...recordColumns,
  began: moment,
  ended: moment.nullable(),
  endCause: endCause.nullable(),
  note: z.string(),
});
export type Run = z.infer<typeof run>;

const draftMoment = z.strictObject({ at: instant, zone });

/** A run as the window sends it; `baseVersion` is the version it was edited from, null for a new one. */
export const runDraft = z
  .strictObject({
    id: recordId,
    baseVersion: recordVersion.nullable(),
    began: draftMoment,
    ended: draftMoment.nullable(),
    endCause: endCause.nullable(),
    note: z.string().max(20_000),
  })
  .refine((draft) => draft.ended === null || draft.ended.at >= draft.began.at, {
    path: ['ended'],
    message: 'before its beginning',
  })
  .refine((draft) => (draft.ended === null) === (draft.endCause === null), {
    path: ['endCause'],
    message: 'an end has a cause',
  });
export type RunDraft = z.infer<typeof runDraft>;
