import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorCodes } from '#core/errors';
import { builtInFeelings } from '#core/feeling';
import { countries } from '#core/settings';
import en from '#locales/en';

type Words = string | { readonly [key: string]: Words };

const sentences = (words: Words, path = ''): [string, string][] =>
  typeof words === 'string'
    ? [[path, words]]
    : Object.entries(words).flatMap(([key, inner]) => sentences(inner, path === '' ? key : `${path}.${key}`));

const all = sentences(en);

/** The window's whole source as one text. */
const source = (): string => {
  const folder = join(import.meta.dirname, '../../renderer');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  return files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
};

describe('the words', () => {
  it('are all said somewhere', () => {
    const text = source();
    const beginnings = [...text.matchAll(/`([\w.]+\.)\$\{/g)].map(([, beginning = '']) => beginning);
    const unsaid = all
      .map(([path]) => path.replace(/_(zero|one|other)$/, ''))
      .filter((key) => !text.includes(`'${key}'`) && !beginnings.some((beginning) => key.startsWith(beginning)));
    expect([...new Set(unsaid)]).toEqual([]);
  });

  it('say for every failure what happened, what is safe and what to do', () => {
    const told: Record<string, Record<string, string>> = en.errors;
    for (const code of errorCodes) {
      expect(Object.keys(told[code] ?? {})).toEqual(['happened', 'safe', 'next']);
    }
  });

  it('say it anew, whole, where a place changes what a failure means', () => {
    const places: Record<string, Record<string, Record<string, string>>> = en.errorsAt;
    for (const [place, told] of Object.entries(places)) {
      for (const [code, words] of Object.entries(told)) {
        expect(errorCodes, place).toContain(code);
        expect(Object.keys(words), `${place} ${code}`).toEqual(['happened', 'safe', 'next']);
      }
    }
  });

  it('never shout', () => {
    expect(all.filter(([, words]) => words.includes('!'))).toEqual([]);
  });

  it('never blame', () => {
    // docs/care.md, "Words"
    const never = /\b(oops|addict|abuser|junkie|relapse|substitution|you failed|streak|you missed|reset to zero)\b/i;
    expect(all.filter(([, words]) => never.test(words))).toEqual([]);
  });

  it('hold no emoji', () => {
    expect(all.filter(([, words]) => /\p{Extended_Pictographic}/u.test(words))).toEqual([]);
  });

  it('name every feeling and every country that is offered', () => {
    expect(Object.keys(en.feelings)).toEqual([...builtInFeelings]);
    expect(Object.keys(en.emergency.countries).sort()).toEqual([...countries].sort());
  });
});
