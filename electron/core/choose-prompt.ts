import type { Prompt, PromptHours, PromptStage, PromptTheme } from './prompts';

/** So many days after it was asked, a prompt may be asked again. */
export const REST_DAYS = 60;

/** The stage of a run with so many days free; null when no run goes on. */
export const stageOf = (daysFree: number | null): PromptStage | null => {
  if (daysFree === null) return null;
  if (daysFree <= 30) return 'days';
  return daysFree <= 365 ? 'months' : 'years';
};

/** The part of the day at a whole hour (0 to 23) on the wall. */
export const hoursAt = (hour: number): PromptHours => {
  if (hour < 5 || hour >= 22) return 'night';
  if (hour < 12) return 'morning';
  return hour < 18 ? 'day' : 'evening';
};

/** When, to whom and about what a prompt is asked. */
export type Occasion = {
  /** The day number (local-date.ts) on which each prompt was last asked, by its key. */
  readonly asked: ReadonlyMap<string, number>;
  /** Today's day number. */
  readonly today: number;
  /** Days free of the run that goes on; null when none does, or when it was not told. */
  readonly daysFree: number | null;
  /** The hour on the wall, 0 to 23. */
  readonly hour: number;
  /** A whole number; another one may choose another prompt. */
  readonly seed: number;
  /** Only this theme. */
  readonly theme?: PromptTheme;
};

type Moment = { readonly stage: PromptStage | null; readonly hours: PromptHours };
type Fits = (prompt: Prompt, moment: Moment) => boolean;

const fitsStage: Fits = ({ stages }, { stage }) => stages === 'any' || (stage !== null && stages.includes(stage));
const fitsHours: Fits = (prompt, { hours }) => prompt.hours === 'any' || prompt.hours.includes(hours);

/** From what fits best to anything at all. */
const widths: readonly Fits[] = [
  (prompt, moment) => fitsStage(prompt, moment) && fitsHours(prompt, moment),
  fitsStage,
  () => true,
];

const nightThemes: readonly PromptTheme[] = ['body', 'sleep', 'craving'];
/** Too heavy to be alone with at night. */
const heavyThemes: readonly PromptTheme[] = ['grief', 'shame', 'money'];
const stageThemes: Readonly<Record<PromptStage, PromptTheme>> = {
  days: 'early-days',
  months: 'months',
  years: 'years',
};

const isAbout = ({ theme }: Prompt, themes: readonly PromptTheme[]): boolean =>
  theme !== null && themes.includes(theme);

/** How much likelier a prompt of a theme that suits the moment is than another one. */
const FAVOUR = 4;

const weightOf = (prompt: Prompt, { stage, hours }: Moment): number => {
  const ofStage = stage !== null && isAbout(prompt, [stageThemes[stage]]);
  const ofNight = hours === 'night' && isAbout(prompt, nightThemes);
  return ofStage || ofNight ? FAVOUR : 1;
};

/** A number between 0 and 1, both left out: FNV-1a, mixed by the finalizer of MurmurHash3 (Austin Appleby, public domain). */
const chanceOf = (seed: number, key: string): number => {
  let hash = 0x811c9dc5;
  const text = `${seed}/${key}`;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (((hash ^ (hash >>> 16)) >>> 0) + 0.5) / 2 ** 32;
};

/**
 * Each prompt draws by itself, the likelier ones more (weighted rendezvous hashing): what else is on offer, and in which
 * order, does not change whether one comes before another.
 */
const draw = <P extends Prompt>(prompts: readonly P[], moment: Moment, seed: number): P | null => {
  let drawn: P | null = null;
  let shortest = Number.POSITIVE_INFINITY;
  for (const prompt of prompts) {
    const wait = -Math.log(chanceOf(seed, prompt.key)) / weightOf(prompt, moment);
    if (wait < shortest) {
      shortest = wait;
      drawn = prompt;
    }
  }
  return drawn;
};

const widen = <P extends Prompt>(prompts: readonly P[], moment: Moment): readonly P[] => {
  for (const fits of widths) {
    const fitting = prompts.filter((prompt) => fits(prompt, moment));
    if (fitting.length > 0) return fitting;
  }
  return [];
};

/** A day more than one ahead was noted under a wrong clock and says nothing. */
const isResting = (asked: number | undefined, today: number): boolean =>
  asked !== undefined && asked <= today + 1 && today - asked < REST_DAYS;

/**
 * The prompt to ask now; null when every one (of the theme) was asked within the last 60 days. Those that fit the stage
 * and the hour come first, then those of other hours, then those of other stages; at night grief, shame and money only
 * when nothing else is left. The same occasion always gives the same prompt; another one follows by the same call with
 * the one just shown among those asked.
 */
export const choosePrompt = <P extends Prompt>(
  prompts: readonly P[],
  { asked, today, daysFree, hour, seed, theme }: Occasion,
): P | null => {
  const moment = { stage: stageOf(daysFree), hours: hoursAt(hour) };
  const rested = prompts.filter(
    (prompt) => (theme === undefined || prompt.theme === theme) && !isResting(asked.get(prompt.key), today),
  );
  const light = rested.filter((prompt) => !isAbout(prompt, heavyThemes));
  const offered = moment.hours === 'night' && light.length > 0 ? light : rested;
  return draw(widen(offered, moment), moment, seed);
};
