/** The longest first line, in UTF-16 units. */
const LONGEST = 60;

const SENTENCE = /^.{8,}?[.?!…](?=\s)/u;

/** Parts the beginning of a text into a first line, which stands in for a title and never runs over a line break, and what follows it. */
export const firstWords = (excerpt: string): { readonly line: string; readonly rest: string } => {
  const [first = ''] = excerpt.split('\n', 1);
  const sentence = SENTENCE.exec(first.slice(0, LONGEST + 1))?.[0];
  const space = first.lastIndexOf(' ', LONGEST);
  const cut = sentence?.length ?? (first.length <= LONGEST ? first.length : space > 0 ? space : LONGEST);
  return { line: first.slice(0, cut), rest: excerpt.slice(cut).trimStart() };
};
