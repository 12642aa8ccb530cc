import { z } from 'zod';

const LONGEST = 40;
const dialled = /^(?=(?:\P{Nd}*\p{Nd}){2})[\p{Nd} +*#()./-]+$/u;

/** A telephone number the person put in; empty for none. Never a word: it lies outside the journal, where no name may. */
export const ownNumber = z
  .string()
  .max(LONGEST)
  .refine((text) => text === '' || dialled.test(text));

/** The number in what was typed or pasted, empty for none; null where it is nothing one can dial. */
export const readOwnNumber = (typed: string): string | null => {
  const plain = typed
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  return ownNumber.safeParse(plain).data ?? null;
};

/** Whether there is anything to dial in what was typed beside a person's name ("0555 0142, evenings" is fine, "abc" is not). */
export const holdsNumber = (typed: string): boolean => /(?:\P{Nd}*\p{Nd}){2}/u.test(typed);

/** Whether two numbers are the same to dial, however they are written. */
export const isSameNumber = (one: string, other: string): boolean => {
  const bare = (text: string): string => text.replace(/[^\p{Nd}+*#]/gu, '');
  return bare(one) === bare(other);
};
