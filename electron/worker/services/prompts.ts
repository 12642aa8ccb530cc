import { MOST_ASKINGS, type PromptAsking, promptAskings } from '#core/prompt-asking';
import type { Journal } from '../journal';
import { findSetting, saveSetting } from '../repositories/setting';

const KEY = 'prompts-asked';

/** The last asking of each prompt, the latest last; what cannot be read as such counts as none. */
export const askingsOf = ({ db }: Journal): PromptAsking[] => {
  try {
    return promptAskings.parse(JSON.parse(findSetting(db, KEY) ?? '[]'));
  } catch {
    // Written by a version of the future, or by another hand: at worst a question is asked twice.
    return [];
  }
};

/** Remembers that a prompt was asked on a day, as the latest; the oldest are forgotten when there are too many. */
export const rememberAsking = (journal: Journal, asking: PromptAsking): void => {
  const { db } = journal;
  db.transaction(() => {
    const others = askingsOf(journal).filter(({ prompt }) => prompt !== asking.prompt);
    saveSetting(db, KEY, JSON.stringify([...others, asking].slice(-MOST_ASKINGS)));
  });
};
