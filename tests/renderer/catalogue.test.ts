import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorCodes } from '#core/errors';
import { builtInFeelings } from '#core/feeling';
import { builtInPrompts, promptThemes } from '#core/prompts';
import { countries } from '#core/settings';
import en from '#locales/en';

type Words = string | { readonly [key: string]: Words };

const sentences = (words: Words, path = ''): [string, string][] =>
  typeof words === 'string'
    ? [[path, words]]
    : Object.entries(words).flatMap(([key, inner]) => sentences(inner, path === '' ? key : `${path}.${key}`));

const all = sentences(en);

const sourceOf = (path: string): string => {
  const folder = join(import.meta.dirname, '../..', path);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  return files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
};

/** The source of the window, and of core, whose templates name their words, as one text. */
const source = (): string => `${sourceOf('renderer')}\n${sourceOf('electron/core')}`;

/** The names of themes, by which a prompt can be asked for. */
const themeNames: ReadonlySet<string> = new Set(promptThemes.map((theme) => `promptThemes.${theme}`));

/** Words a page may be begun with: a person may read them at their worst hour. */
const begun = all.filter(([path]) => /^(prompts|promptThemes|templates)\./.test(path));

describe('the words', () => {
  it('are all said somewhere', () => {
    const text = source();
    const beginnings = [...text.matchAll(/`([\w.]+\.)\$\{/g)].map(([, beginning = '']) => beginning);
    const unsaid = all
      .map(([path]) => path.replace(/_(zero|one|other)$/, ''))
      .filter(
        (key) =>
          !themeNames.has(key) &&
          !text.includes(`'${key}'`) &&
          !beginnings.some((beginning) => key.startsWith(beginning)),
      );
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
    const never =
      /\b(oops|addict(s|ed)?|abusers?|junk(ie|y)s?|relapsed?|substitut\w*|failed|failure|streaks?|you missed|reset to zero|dirty|clean(?! time))\b/i;
    expect(all.filter(([, words]) => never.test(words))).toEqual([]);
  });

  it('that begin a page order nothing, promise nothing, and ask for no reasons', () => {
    const never =
      /\b(should|must|ought|you (need|have) to|you (always|never)|do not forget|why|promised?|(it|this) will)\b/i;
    expect(begun.filter(([, words]) => never.test(words))).toEqual([]);
  });

  it('that begin a page take nobody, no work, no faith and no way of recovering for granted', () => {
    const never =
      /\b(your (own )?(child|children|kids?|son|daughter|partner|wife|husband|mother|father|parents?|family|home|job|boss|sponsor|therapist|doctor)|god|pray\w*|higher power|sober|sobriety|abstinen\w*|relapse)\b/i;
    expect(begun.filter(([, words]) => never.test(words))).toEqual([]);
  });

  it('that begin a page call up nothing of using', () => {
    const never =
      /\b(us(e|es|ed|ing|er)|drugs?|heroin|opioids?|high|hit|fix|dose|needles?|dealers?|stash|gear|sick)\b/i;
    expect(begun.filter(([, words]) => never.test(words))).toEqual([]);
  });

  it('of a prompt are one or two short sentences', () => {
    for (const [key, words] of begun.filter(([path]) => path.startsWith('prompts.'))) {
      expect(words.match(/[.?](?=\s|$)/g)?.length ?? 0, key).toBeLessThanOrEqual(2);
      expect(words, key).toMatch(/[.?]$/);
      expect(words.length, key).toBeLessThanOrEqual(110);
    }
  });

  it('hold no emoji', () => {
    expect(all.filter(([, words]) => /\p{Extended_Pictographic}/u.test(words))).toEqual([]);
  });

  it('name every feeling, prompt, theme and country that is offered', () => {
    expect(Object.keys(en.prompts)).toEqual(builtInPrompts.map(({ key }) => key));
    expect(Object.keys(en.promptThemes)).toEqual([...promptThemes]);
    expect(Object.keys(en.feelings)).toEqual([...builtInFeelings]);
    expect(Object.keys(en.emergency.countries).sort()).toEqual([...countries].sort());
  });
});
