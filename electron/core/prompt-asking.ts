import { z } from 'zod';
import { localDate } from './local-date';

/** Which prompt was asked, and the last day on which it was. */
export const promptAsking = z.strictObject({ prompt: z.string().min(1).max(100), day: localDate });
export type PromptAsking = z.infer<typeof promptAsking>;

/** So many askings are remembered: more than there are prompts of ours, and some of the person's own. */
export const MOST_ASKINGS = 400;

/** The last asking of each prompt, the latest last. */
export const promptAskings = z.array(promptAsking).max(MOST_ASKINGS);
