import { leaveField } from './unsaved-work';

let aside: HTMLElement | null = null;

/**
 * Puts an empty screen in place of everything, at once: nothing stays to be seen, read aloud or found in the page. What
 * was there goes on in memory, to be written or brought back.
 */
export const blankScreen = (): void => {
  if (aside !== null) return;
  leaveField();
  aside = document.body;
  document.documentElement.replaceChild(document.createElement('body'), aside);
};

/** Brings back what was there before `blankScreen`. */
export const bringBackScreen = (): void => {
  if (aside === null) return;
  document.documentElement.replaceChild(aside, document.body);
  aside = null;
};
