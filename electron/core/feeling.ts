import { z } from 'zod';

/** Mood from 1 (very low) to 5 (very good). */
export const mood = z.int().min(1).max(5);
export type Mood = 1 | 2 | 3 | 4 | 5;

/** A whole number from 0 to 10: craving, energy, confidence. */
export const zeroToTen = z.int().min(0).max(10);

/** A tag's or feeling's name as typed; unique without regard to case. */
export const label = z
  .string()
  .min(1)
  .max(80)
  .refine((name) => name.trim().length > 0 && !/[\r\n]/.test(name), 'blank or several lines');

/** A set of names on one record. */
export const labels = z.array(label).max(60);

/** Feelings offered from the start, by the key of their word in the catalogue. */
export const builtInFeelings = [
  'calm',
  'hopeful',
  'tired',
  'ashamed',
  'lonely',
  'proud',
  'anxious',
  'numb',
  'sad',
  'angry',
  'grateful',
  'restless',
  'bored',
  'content',
  'guilty',
  'connected',
] as const;
