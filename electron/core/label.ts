/** The form in which two spellings of one name are the same. */
export const foldLabel = (name: string): string => name.normalize('NFC').trim().toLowerCase();

/** The names once each, as first typed, without surrounding spaces. */
export const uniqueLabels = (names: readonly string[]): string[] => {
  const byFold = new Map<string, string>();
  for (const name of names) if (!byFold.has(foldLabel(name))) byFold.set(foldLabel(name), name.normalize('NFC').trim());
  return [...byFold.values()];
};

// No filter can hold them: they are what encloses a name of several words.
const QUOTES = /["“”„‟«»]/gu;

/** A name as a search sees it: without accents, as the full-text index has it, and without quotes. */
export const bareLabel = (name: string): string =>
  foldLabel(name)
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .replace(QUOTES, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
