import { setTimeout as sleep } from 'node:timers/promises';
import type { JSHandle, Page } from '@playwright/test';
import { randomOf } from '#worker/sample/random';

/** Somebody who types fast, about 130 words a minute, and not like a clock: saving would fall in step with one. */
const BETWEEN_KEYS_MS = { least: 50, most: 130 };

type Recorded = {
  /** From each key's own time stamp until the frame with its letter had been produced. */
  readonly painted: readonly number[];
  /** Keys for which the browser itself reports more than 16 ms until the next frame was shown (Event Timing). */
  readonly slow: number;
};

type Recorder = JSHandle<{ readonly finish: () => Recorded }>;

const startRecording = (page: Page): Promise<Recorder> =>
  page.evaluateHandle(() => {
    const painted: number[] = [];
    const ending = new AbortController();
    const { signal } = ending;
    let pressed = 0;
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        pressed = timeStamp;
      },
      { capture: true, signal },
    );
    addEventListener(
      'input',
      () => {
        const since = pressed;
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => painted.push(performance.now() - since);
          port2.postMessage(null);
        });
      },
      { capture: true, signal },
    );
    const slow: PerformanceEntry[] = [];
    const isKey = ({ name }: PerformanceEntry): boolean => name === 'keydown';
    const observer = new PerformanceObserver((list) => slow.push(...list.getEntries().filter(isKey)));
    // Durations come in steps of 8 ms: the next after 16 is 24. `durationThreshold` is missing from TypeScript's types.
    observer.observe({ type: 'event', durationThreshold: 24 } as PerformanceObserverInit);
    const finish = () => {
      ending.abort();
      observer.disconnect();
      return { painted, slow: slow.length };
    };
    return { finish };
  });

/** Types a text key by key where the caret stands, and tells how long each letter took to appear. */
export const recordTyping = async (page: Page, text: string): Promise<Recorded> => {
  const recorder = await startRecording(page);
  const random = randomOf(1, text);
  for (const letter of text) {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    await sleep(random.int(BETWEEN_KEYS_MS.least, BETWEEN_KEYS_MS.most));
  }
  const recorded = await recorder.evaluate(({ finish }) => finish());
  await recorder.dispose();
  return recorded;
};
