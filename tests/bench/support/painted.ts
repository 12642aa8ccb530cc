import type { Page } from '@playwright/test';

/** What is to be on the screen: so many elements of each kind and, if given, marked words that all begin with one of these. */
export type Sight = {
  readonly elements: readonly { readonly selector: string; readonly least: number }[];
  readonly marks?: { readonly within: string; readonly words: readonly string[] };
};

type Order = { readonly event: 'click' | 'keydown' | 'input'; readonly sight: Sight };

/**
 * Milliseconds from the next event of a kind (its own time stamp, which the browser gives it as it comes in) until the
 * frame with the awaited sight has been produced: the page's changes are watched, and behind the frame after the one
 * that completes the sight a message is waited for.
 */
export const paintedAfter = async (page: Page, order: Order, act: () => Promise<unknown>): Promise<number> => {
  const watch = await page.evaluateHandle(({ event, sight }: Order) => {
    const marked = ({ within, words }: NonNullable<Sight['marks']>): boolean => {
      const found = [...document.querySelectorAll(`${within} mark`)].map(({ textContent }) =>
        textContent.toLowerCase(),
      );
      return found.length > 0 && found.every((text) => words.some((word) => text.startsWith(word)));
    };
    const isThere = (): boolean =>
      sight.elements.every(({ selector, least }) => document.querySelectorAll(selector).length >= least) &&
      (sight.marks === undefined || marked(sight.marks));
    let since: number | null = null;
    const noteStart = (happened: Event): void => {
      since = happened.timeStamp;
    };
    addEventListener(event, noteStart, { capture: true, once: true });
    const painted = new Promise<number>((resolve, reject) => {
      setTimeout(() => reject(new Error('what was awaited has not been painted')), 30_000);
      const afterFrame = (): void => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - (since ?? Number.NaN));
        port2.postMessage(null);
      };
      const observer = new MutationObserver(() => {
        if (since === null || !isThere()) return;
        observer.disconnect();
        requestAnimationFrame(afterFrame);
      });
      observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
    });
    return { painted };
  }, order);
  await act();
  const milliseconds = await watch.evaluate(({ painted }) => painted);
  await watch.dispose();
  return milliseconds;
};
