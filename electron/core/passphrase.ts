/** Fewer characters than this are no passphrase. */
export const MIN_PASSPHRASE_LENGTH = 8;
/** More characters than this are a paste by mistake. */
export const MAX_PASSPHRASE_LENGTH = 1024;

/** What keeps a text from being a passphrase. */
export type PassphraseProblem = 'blank' | 'too-short' | 'too-long';

/** A passphrase in the one form that keys are made from (NFKC, Unicode Annex 15), however a keyboard composed it; nothing is trimmed. */
export const normalizePassphrase = (text: string): string => text.normalize('NFKC');

/** What keeps a text from being a passphrase, or null; lengths are in characters (code points) after normalisation. */
export const passphraseProblem = (text: string): PassphraseProblem | null => {
  const passphrase = normalizePassphrase(text);
  const length = [...passphrase].length;
  if (passphrase.trim() === '') return 'blank';
  if (length < MIN_PASSPHRASE_LENGTH) return 'too-short';
  return length > MAX_PASSPHRASE_LENGTH ? 'too-long' : null;
};
