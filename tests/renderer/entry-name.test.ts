import { describe, expect, it } from 'vitest';
import { entryName } from '#lib/entry-name';

describe('the name of an entry within a sentence', () => {
  it.each([
    ['The river', 'It was slow.', 'The river'],
    ['  The \n river ', '', 'The river'],
    ['', 'Sheets on the line. Wind.', 'Sheets on the line.'],
    ['  ', '\n\n', ''],
    ['Yesterday I nearly did not go to the meeting at all', '', 'Yesterday I nearly did not go to the…'],
    ['', 'a'.repeat(90), `${'a'.repeat(40)}…`],
    ['🌊'.repeat(41), '', `${'🌊'.repeat(40)}…`],
  ])('of %o and %o is %o', (title, text, name) => {
    expect(entryName(title, text)).toBe(name);
  });
});
