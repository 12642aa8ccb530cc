/** The longest first line, in UTF-16 units. */
const LONGEST = 60;

const SENTENCE = /^.{8,}?[.?!…](?=\s)/u;

/** Parts the beginning of a text into a first line, which stands in for a title, and what follows it. */
export const firstWords = (excerpt: string): { readonly line: string; readonly rest: string } => {
  const sentence = SENTENCE.exec(excerpt.slice(0, LONGEST + 1))?.[0];
  const space = excerpt.lastIndexOf(' ', LONGEST);
  const cut = sentence?.length ?? (excerpt.length <= LONGEST ? excerpt.length : space > 0 ? space : LONGEST);
  return { line: excerpt.slice(0, cut), rest: excerpt.slice(cut).trimStart() };
};
