import fc from 'fast-check';
import { choosePrompt, type Occasion, REST_DAYS } from '#core/choose-prompt';
import { builtInPrompts, type Prompt, type PromptHours, type PromptStage, promptThemes } from '#core/prompts';

/** The day on which prompts are asked in tests. */
export const TODAY = 20_000;

/** Day 100 of a run, ten in the morning, nothing asked yet, unless told otherwise. */
export const occasion = (rest: Partial<Occasion> = {}): Occasion => ({
  asked: new Map(),
  today: TODAY,
  daysFree: 100,
  hour: 10,
  seed: 1,
  ...rest,
});

/** A prompt of the person's own. */
export const aPrompt = (rest: Partial<Prompt> = {}): Prompt => ({
  key: 'own',
  theme: 'work',
  stages: 'any',
  hours: 'any',
  ...rest,
});

/** All of them asked so many days ago. */
export const askedAgo = (prompts: readonly Prompt[], days: number): ReadonlyMap<string, number> =>
  new Map(prompts.map(({ key }) => [key, TODAY - days]));

/** What is asked when, every time, another one is wanted: until there is none. */
export const allInTurn = (prompts: readonly Prompt[], first: Occasion): Prompt[] => {
  const asked = new Map(first.asked);
  const turn: Prompt[] = [];
  for (;;) {
    const prompt = choosePrompt(prompts, { ...first, asked });
    if (prompt === null) return turn;
    turn.push(prompt);
    asked.set(prompt.key, first.today);
  }
};

export const isOfStage = ({ stages }: Prompt, stage: PromptStage | null): boolean =>
  stages === 'any' || (stage !== null && stages.includes(stage));
export const isOfHours = ({ hours }: Prompt, part: PromptHours): boolean => hours === 'any' || hours.includes(part);
/** Not for the night. */
export const isHeavy = ({ theme }: Prompt): boolean => theme === 'grief' || theme === 'shame' || theme === 'money';

const anyStages = fc.oneof(
  fc.constant('any' as const),
  fc.subarray<PromptStage>(['days', 'months', 'years'], { minLength: 1 }),
);
const anyHours = fc.oneof(
  fc.constant('any' as const),
  fc.subarray<PromptHours>(['morning', 'day', 'evening', 'night'], { minLength: 1 }),
);
const ownPrompts: fc.Arbitrary<Prompt[]> = fc.uniqueArray(
  fc.record({
    key: fc.uuid(),
    theme: fc.option(fc.constantFrom(...promptThemes)),
    stages: anyStages,
    hours: anyHours,
  }),
  { maxLength: 12, selector: ({ key }) => key },
);
/** The prompts that come with Ebb, or some of them, and own ones. */
const anyPrompts: fc.Arbitrary<Prompt[]> = fc
  .tuple(
    fc.oneof(fc.constant([...builtInPrompts]), fc.subarray<Prompt>([...builtInPrompts], { maxLength: 15 })),
    ownPrompts,
  )
  .map(([builtIn, own]) => [...builtIn, ...own]);

type Asking = { readonly prompts: readonly Prompt[]; readonly when: Occasion };

/** Some prompts, some of them asked before, and any occasion. */
export const anyAsking: fc.Arbitrary<Asking> = anyPrompts.chain((prompts) =>
  fc
    .record({
      ago: fc.array(fc.option(fc.integer({ min: 0, max: 120 })), {
        minLength: prompts.length,
        maxLength: prompts.length,
      }),
      daysFree: fc.option(fc.integer({ min: 0, max: 8000 })),
      hour: fc.integer({ min: 0, max: 23 }),
      seed: fc.integer(),
      theme: fc.option(fc.constantFrom(...promptThemes), { nil: undefined }),
    })
    .map(({ ago, theme, ...rest }) => {
      const asked = new Map<string, number>();
      for (const [index, { key }] of prompts.entries()) {
        const days = ago[index];
        if (typeof days === 'number') asked.set(key, TODAY - days);
      }
      const about = theme === undefined ? {} : { theme };
      return { prompts, when: occasion({ ...rest, asked, ...about }) };
    }),
);

/** Those that may be asked at all. */
export const restedIn = ({ prompts, when }: Asking): Prompt[] =>
  prompts.filter(({ key, theme }) => {
    const asked = when.asked.get(key);
    return (when.theme === undefined || theme === when.theme) && (asked === undefined || TODAY - asked >= REST_DAYS);
  });
