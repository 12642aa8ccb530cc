/** One value of the list or of the object that was asked for: its name in an object, and its text, not yet parsed. */
export type JsonPart = { readonly key: string | null; readonly text: string };

const QUOTE = 34;
const BACKSLASH = 92;
const COMMA = 44;
const COLON = 58;
const OPENING = new Set([91, 123]);
const CLOSING = new Set([93, 125]);

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

const skipSpace = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at += 1;
  return at;
};

/** Where a string that begins at `from` has ended, or the end of the text. */
const endOfString = (text: string, from: number): number => {
  for (let end = text.indexOf('"', from + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return end + 1;
  }
  return text.length;
};

/** Where a value that begins at `from` has ended: at the comma or bracket behind it, or the end of the text. */
const endOfValue = (text: string, from: number): number => {
  let depth = 0;
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfString(text, at);
      continue;
    }
    if (depth === 0 && (code === COMMA || CLOSING.has(code))) return at;
    if (OPENING.has(code)) depth += 1;
    else if (CLOSING.has(code)) depth -= 1;
    at += 1;
  }
  return at;
};

const parsedName = (text: string): string => {
  try {
    return String(JSON.parse(text));
  } catch {
    // A name with a broken escape is no name that anyone asks for; as it is written it still tells one from another.
    return text;
  }
};

type Name = { readonly key: string | null; readonly at: number };

const nameAt = (text: string, from: number, named: boolean): Name => {
  if (!named || text.charCodeAt(from) !== QUOTE) return { key: null, at: from };
  const end = endOfString(text, from);
  const colon = skipSpace(text, end);
  return text.charCodeAt(colon) === COLON
    ? { key: parsedName(text.slice(from, end)), at: skipSpace(text, colon + 1) }
    : { key: null, at: from };
};

/**
 * The values of a JSON list or object one after the other, as text, so that one that is broken does not take the others with
 * it and none is in memory longer than needed. Ends where the list ends or the text breaks off; nothing where `text` at
 * `from` is neither list nor object. RFC 8259; one pass, no recursion.
 */
export const jsonParts = function* (text: string, from = 0): Generator<JsonPart & { readonly at: number }> {
  let at = skipSpace(text, from);
  if (!OPENING.has(text.charCodeAt(at))) return;
  const named = text.charAt(at) === '{';
  at = skipSpace(text, at + 1);
  while (at < text.length && !CLOSING.has(text.charCodeAt(at))) {
    const { key, at: start } = nameAt(text, at, named);
    const end = endOfValue(text, start);
    const value = text.slice(start, end).trimEnd();
    if (value !== '' || key !== null) yield { key, text: value, at: start };
    at = skipSpace(text, text.charCodeAt(end) === COMMA ? end + 1 : end);
  }
};

/** Where the value of a name of the outermost object begins, or -1; the first where it is there twice. */
export const jsonValueAt = (text: string, name: string): number => {
  for (const part of jsonParts(text)) if (part.key === name) return part.at;
  return -1;
};

/** What a part means as JSON; undefined where it is broken. */
export const parsePart = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
