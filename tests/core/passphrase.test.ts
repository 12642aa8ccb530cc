import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizePassphrase, passphraseProblem } from '#core/passphrase';

describe('a passphrase', () => {
  test.each([
    ['', 'blank'],
    ['         ', 'blank'],
    ['\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000', 'blank'],
    ['sevench', 'too-short'],
    ['🌊🌊🌊🌊🌊🌊🌊', 'too-short'],
    ['eightchr', null],
    ['🌊🌊🌊🌊🌊🌊🌊🌊', null],
    ['ni\u0301n\u0303os!!', 'too-short'],
    ['river lantern oatmeal', null],
    ['x'.repeat(1024), null],
    ['x'.repeat(1025), 'too-long'],
  ] as const)('%j: %s', (text, problem) => {
    expect(passphraseProblem(text)).toBe(problem);
  });

  test('is the same however the keyboard composed it', () => {
    expect(normalizePassphrase('Río 2')).toBe(normalizePassphrase('Ri\u0301o ２'));
    expect(normalizePassphrase('caf\u00e9')).toBe(normalizePassphrase('cafe\u0301'));
  });

  test('keeps spaces and case as they were typed', () => {
    expect(normalizePassphrase(' River  Lantern ')).toBe(' River  Lantern ');
  });

  test('in its one form stays as it is, and is judged alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const once = normalizePassphrase(text);
        expect(normalizePassphrase(once)).toBe(once);
        expect(passphraseProblem(once)).toBe(passphraseProblem(text));
        expect(normalizePassphrase(text.normalize('NFD'))).toBe(once);
      }),
    );
  });
});
