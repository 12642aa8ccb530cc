/** The form in which two spellings of one name are the same. */
export const foldLabel = (name: string): string => name.normalize('NFC').trim().toLowerCase();

/** The names once each, as first typed, without surrounding spaces. */
export const uniqueLabels = (names: readonly string[]): string[] => {
  const byFold = new Map<string, string>();
  for (const name of names) if (!byFold.has(foldLabel(name))) byFold.set(foldLabel(name), name.normalize('NFC').trim());
  return [...byFold.values()];
};
