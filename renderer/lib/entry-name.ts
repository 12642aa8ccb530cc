import { firstWords } from './first-words';

/** The longest name that fits into a sentence, in characters. */
const LONGEST = 40;

const shortened = (words: string): string => {
  const all = [...words];
  if (all.length <= LONGEST) return words;
  const beginning = all.slice(0, LONGEST).join('');
  const space = beginning.lastIndexOf(' ');
  // One long word has no place to be parted at.
  return `${(space > LONGEST / 2 ? beginning.slice(0, space) : beginning).trimEnd()}…`;
};

/** An entry as a sentence names it: its title, or else how its text begins, cut where it is long; empty where it has neither. */
export const entryName = (title: string, text: string): string => {
  const oneLine = title.replace(/\s+/gu, ' ').trim();
  return shortened(oneLine === '' ? firstWords(text.trim()).line : oneLine);
};
