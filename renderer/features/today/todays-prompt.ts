import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { choosePrompt, hoursAt } from '#core/choose-prompt';
import { dayNumber, type LocalDate, minuteOfDay } from '#core/local-date';
import type { PromptAsking } from '#core/prompt-asking';
import { builtInPrompts, type Prompt, type PromptKey } from '#core/prompts';
import { announce } from '#lib/announce';
import { command, useCallQuery } from '#lib/query-client';
import { systemZone, useToday } from '#lib/today';

const hourNow = (): number => Math.floor(minuteOfDay(Date.now(), systemZone()) / 60);

const suits = ({ hours }: Prompt): boolean => hours === 'any' || hours.includes(hoursAt(hourNow()));

/** What was asked last, if that was today and suits the hour still. */
const stillAsked = (askings: readonly PromptAsking[], today: string): PromptKey | null => {
  const latest = askings.at(-1);
  if (latest?.day !== today) return null;
  const prompt = builtInPrompts.find(({ key }) => key === latest.prompt);
  return prompt !== undefined && suits(prompt) ? prompt.key : null;
};

/**
 * What to write about today, the same all through a part of the day unless another is asked for, and then not for 60 days;
 * `words` is null when there is no other left, and before `isKnown`, when it is not known yet what was asked before.
 */
export const useTodaysPrompt = () => {
  const { t } = useTranslation();
  const today = useToday();
  const time = useCallQuery('runs.cleanTime', { today });
  const asked = useCallQuery('prompts.askings', {});
  const isKnown = !time.isPending && !asked.isPending;
  const askings = asked.data ?? [];
  const choose = (): PromptKey | null => {
    const day = dayNumber(today);
    const days = new Map(askings.map((asking) => [asking.prompt, dayNumber(asking.day)]));
    const daysFree = time.data?.current?.days ?? null;
    return choosePrompt(builtInPrompts, { asked: days, today: day, daysFree, hour: hourNow(), seed: day })?.key ?? null;
  };
  /** The day on which another was asked for and none was left. */
  const [outOn, setOutOn] = useState<LocalDate | null>(null);
  const present = stillAsked(askings, today);
  const shown = isKnown && outOn !== today ? (present ?? choose()) : null;
  const isNews = shown !== null && shown !== present;
  useEffect(() => {
    // Where it cannot be remembered, it is asked once more: nothing to trouble anybody with.
    if (isNews) void command('prompts.asked', { prompt: shown, day: today });
  }, [isNews, shown, today]);
  const wordsOf = (key: PromptKey | null): string | null => (key === null ? null : t(`prompts.${key}`));
  return {
    isKnown,
    words: wordsOf(shown),
    showAnother: async (): Promise<void> => {
      const next = choose();
      if (next === null) setOutOn(today);
      else await command('prompts.asked', { prompt: next, day: today });
      announce(wordsOf(next) ?? t('today.write.allSeen'));
    },
  };
};
