import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choosePrompt, hoursAt, type Occasion, stageOf } from '#core/choose-prompt';
import { builtInPrompts, type Prompt, promptThemes } from '#core/prompts';
import {
  allInTurn,
  anyAsking,
  aPrompt,
  askedAgo,
  isHeavy,
  isOfHours,
  isOfStage,
  occasion,
  restedIn,
} from './prompt-askings';

describe('the prompt that is asked', () => {
  test('is never one of the last 60 days, and there is one unless all were asked in them', () => {
    fc.assert(
      fc.property(anyAsking, (asking) => {
        const chosen = choosePrompt(asking.prompts, asking.when);
        const rested = restedIn(asking);
        if (rested.length === 0) expect(chosen).toBeNull();
        else expect(rested).toContain(chosen);
      }),
    );
  });

  test('may come again after 60 days, not after 59', () => {
    const only = [aPrompt()];
    expect(choosePrompt(only, occasion({ asked: askedAgo(only, 59) }))).toBeNull();
    expect(choosePrompt(only, occasion({ asked: askedAgo(only, 60) }))).toBe(only[0]);
  });

  test('rests also for a person who stands a day further west, not because a clock was years ahead', () => {
    const only = [aPrompt()];
    expect(choosePrompt(only, occasion({ asked: askedAgo(only, -1) }))).toBeNull();
    expect(choosePrompt(only, occasion({ asked: askedAgo(only, -2) }))).toBe(only[0]);
  });

  test('fits stage and hour while one that does is left, then the stage alone', () => {
    fc.assert(
      fc.property(anyAsking, (asking) => {
        const chosen = choosePrompt(asking.prompts, asking.when);
        fc.pre(chosen !== null);
        const stage = stageOf(asking.when.daysFree);
        const hours = hoursAt(asking.when.hour);
        const rested = restedIn(asking);
        const light = rested.filter((prompt) => !isHeavy(prompt));
        const offered = hours === 'night' && light.length > 0 ? light : rested;
        const ofStage = offered.filter((prompt) => isOfStage(prompt, stage));
        const ofBoth = ofStage.filter((prompt) => isOfHours(prompt, hours));
        expect(offered).toContain(chosen);
        if (ofStage.length > 0) expect(ofStage).toContain(chosen);
        if (ofBoth.length > 0) expect(ofBoth).toContain(chosen);
      }),
    );
  });

  test('is of the theme that was asked for, whatever the hour', () => {
    fc.assert(
      fc.property(fc.constantFrom(...promptThemes), fc.integer({ min: 0, max: 23 }), (theme, hour) => {
        const turn = allInTurn(builtInPrompts, occasion({ theme, hour }));
        const ofTheme = builtInPrompts.filter((prompt) => prompt.theme === theme);
        expect(turn).toHaveLength(ofTheme.length);
        expect(new Set(turn)).toEqual(new Set(ofTheme));
      }),
    );
  });

  test('is at night about grief, shame or money only when nothing else is left', () => {
    const heavy = builtInPrompts.filter(isHeavy).length;
    for (const hour of [22, 23, 0, 3, 4]) {
      for (const daysFree of [null, 3, 100, 4000]) {
        const turn = allInTurn(builtInPrompts, occasion({ hour, daysFree }));
        expect(turn).toHaveLength(builtInPrompts.length);
        expect(turn.findIndex(isHeavy)).toBe(turn.length - heavy);
      }
    }
  });

  test('is the same for the same occasion, in whichever order the prompts lie', () => {
    fc.assert(
      fc.property(anyAsking, fc.integer(), ({ prompts, when }, shift) => {
        const cut = prompts.length === 0 ? 0 : Math.abs(shift) % prompts.length;
        const turned = [...prompts.slice(cut), ...prompts.slice(0, cut)].reverse();
        const chosen = choosePrompt(prompts, when);
        expect(choosePrompt(prompts, when)).toBe(chosen);
        expect(choosePrompt(turned, when)).toBe(chosen);
      }),
    );
  });

  test('stays the same when one of the others goes away', () => {
    fc.assert(
      fc.property(anyAsking, fc.nat(), ({ prompts, when }, index) => {
        const chosen = choosePrompt(prompts, when);
        const others = prompts.filter((prompt) => prompt !== chosen);
        const gone = others[index % Math.max(1, others.length)];
        const rest = prompts.filter((prompt) => prompt !== gone);
        expect(choosePrompt(rest, when)).toBe(chosen);
      }),
    );
  });

  test('can be any of those that fit, each by some seed', () => {
    for (const [daysFree, hour] of [
      [null, 3],
      [3, 3],
      [3, 9],
      [100, 14],
      [4000, 20],
    ] as const) {
      const fitting = builtInPrompts.filter(
        (prompt) =>
          isOfStage(prompt, stageOf(daysFree)) &&
          isOfHours(prompt, hoursAt(hour)) &&
          !(hoursAt(hour) === 'night' && isHeavy(prompt)),
      );
      const seen = new Set<Prompt | null>();
      for (let seed = 0; seed < 3000; seed += 1)
        seen.add(choosePrompt(builtInPrompts, occasion({ daysFree, hour, seed })));
      expect(seen).toEqual(new Set(fitting));
    }
  });

  test('leads by asking for another through every one, each once', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 23 }), fc.option(fc.nat(8000)), (seed, hour, daysFree) => {
        const turn = allInTurn(builtInPrompts, occasion({ seed, hour, daysFree }));
        expect(new Set(turn)).toEqual(new Set(builtInPrompts));
        expect(turn).toHaveLength(builtInPrompts.length);
      }),
      { numRuns: 20 },
    );
  });

  test('is likelier of the stage by day, and of body, sleep and craving at night', () => {
    const shareOf = (themes: readonly string[], when: Partial<Occasion>): number => {
      const seeds = Array.from({ length: 3000 }, (_, seed) => seed);
      const ofThemes = seeds.filter((seed) =>
        themes.includes(choosePrompt(builtInPrompts, occasion({ ...when, seed }))?.theme ?? ''),
      );
      return ofThemes.length / seeds.length;
    };
    const fitShareOf = (theme: string, daysFree: number): number => {
      const fitting = builtInPrompts.filter(
        (prompt) => isOfStage(prompt, stageOf(daysFree)) && isOfHours(prompt, 'day'),
      );
      return fitting.filter((prompt) => prompt.theme === theme).length / fitting.length;
    };
    for (const [theme, daysFree] of [
      ['early-days', 10],
      ['months', 100],
      ['years', 1000],
    ] as const) {
      expect(shareOf([theme], { daysFree, hour: 14 })).toBeGreaterThan(2 * fitShareOf(theme, daysFree));
    }
    expect(shareOf(['body', 'sleep', 'craving'], { daysFree: null, hour: 3 })).toBeGreaterThan(0.85);
  });
});

describe('the moment it is asked in', () => {
  test.each([
    [null, null],
    [0, 'days'],
    [30, 'days'],
    [31, 'months'],
    [365, 'months'],
    [366, 'years'],
  ])('with %j days free is the stage %j', (daysFree, stage) => {
    expect(stageOf(daysFree)).toBe(stage);
  });

  test.each([
    [0, 'night'],
    [4, 'night'],
    [5, 'morning'],
    [11, 'morning'],
    [12, 'day'],
    [17, 'day'],
    [18, 'evening'],
    [21, 'evening'],
    [22, 'night'],
    [23, 'night'],
  ])('at %i o’clock is %s', (hour, part) => {
    expect(hoursAt(hour)).toBe(part);
  });
});
