import { z } from 'zod';

/** The calls that store what a person typed. */
export const savingMethods = ['entries.save', 'goals.mark', 'profile.save', 'drafts.keep'] as const;
export type SavingMethod = (typeof savingMethods)[number];

/** A call that could not be made, or whose answer never came: to be made again. Its input is checked when it is. */
export const unsavedCall = z.strictObject({
  method: z.enum(savingMethods),
  /** As JSON. */
  input: z.string(),
});
export type UnsavedCall = z.infer<typeof unsavedCall>;
