import { useTranslation } from 'react-i18next';
import { choosePrompt } from '#core/choose-prompt';
import { dayNumber, type LocalDate, minuteOfDay } from '#core/local-date';
import { builtInPrompts, type PromptKey } from '#core/prompts';
import { announce } from '#lib/announce';
import { useCallQuery } from '#lib/query-client';
import { createStore, useStore } from '#lib/store';
import { systemZone, useToday } from '#lib/today';

type PutAside = { readonly day: LocalDate | null; readonly keys: readonly PromptKey[] };

/** Prompts for which another was asked: gone for the day, also after a look at other pages. */
const putAside = createStore<PutAside>({ day: null, keys: [] });

const hourNow = (): number => Math.floor(minuteOfDay(Date.now(), systemZone()) / 60);

/**
 * What to write about today, the same all through a part of the day unless another is asked for; `words` is null when
 * there is no other left, and before `isKnown`, when it is not known yet how long the run is.
 */
export const useTodaysPrompt = () => {
  const { t } = useTranslation();
  const today = useToday();
  const { data, isPending } = useCallQuery('runs.cleanTime', { today });
  const aside = useStore(putAside);
  const keys = aside.day === today ? aside.keys : [];
  const choose = (without: readonly PromptKey[]): PromptKey | null => {
    const day = dayNumber(today);
    const asked = new Map<string, number>(without.map((key) => [key, day]));
    const daysFree = data?.current?.days ?? null;
    return choosePrompt(builtInPrompts, { asked, today: day, daysFree, hour: hourNow(), seed: day })?.key ?? null;
  };
  const wordsOf = (key: PromptKey | null): string | null => (key === null ? null : t(`prompts.${key}`));
  const shown = isPending ? null : choose(keys);
  return {
    isKnown: !isPending,
    words: wordsOf(shown),
    showAnother: (): void => {
      if (shown === null) return;
      const next = [...keys, shown];
      putAside.write({ day: today, keys: next });
      announce(wordsOf(choose(next)) ?? t('today.write.allSeen'));
    },
  };
};
