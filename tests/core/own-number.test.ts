import { describe, expect, it } from 'vitest';
import { holdsNumber, isSameNumber, readOwnNumber } from '#core/own-number';

describe('an own number', () => {
  it.each([
    ['112', '112'],
    ['  +44 20\u00a07946 0000 ', '+44 20 7946 0000'],
    ['(555) 01-42', '(555) 01-42'],
    ['9\u20138\u20138', '9-8-8'],
    ['\u202a13 11 14\u202c', '13 11 14'],
    ['*31#112', '*31#112'],
    ['\u0661\u0661\u0662', '\u0661\u0661\u0662'],
    ['', ''],
    ['   ', ''],
  ])('is read from %j', (typed, number) => {
    expect(readOwnNumber(typed)).toBe(number);
  });

  it.each(['9', '-', 'Dana', '112 Dana', '112!', '1'.repeat(41)])('is not found in %j', (typed) => {
    expect(readOwnNumber(typed)).toBeNull();
  });

  it('is the same however it is written', () => {
    expect(isSameNumber('116 123', '116-123')).toBe(true);
    expect(isSameNumber('116 123', '116 124')).toBe(false);
    expect(isSameNumber('', '112')).toBe(false);
  });
});

describe('what was typed beside a name', () => {
  it.each([
    ['555 0142', true],
    ['0555 0142, evenings', true],
    ['٠١٢٣', true],
    ['abc', false],
    ['flat 2', false],
    ['', false],
  ])('"%s" holds a number: %s', (typed, holds) => {
    expect(holdsNumber(typed)).toBe(holds);
  });
});
