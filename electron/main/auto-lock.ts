import { powerMonitor, type WebContents } from 'electron';
import { idleClock } from './idle-clock';

const LOOK_EVERY_MS = 2000;

type Options = {
  readonly contents: WebContents;
  readonly minutes: () => number;
  readonly lock: () => void;
};

/** Locks after the chosen minutes without a touch, when the computer sleeps, and when its screen is locked. */
export const watchForAutoLock = ({ contents, minutes, lock }: Options): void => {
  const clock = idleClock({ wall: () => Date.now(), monotonic: () => performance.now() });
  contents.on('input-event', clock.touch);
  const timer = setInterval(() => {
    if (clock.idleMs() < minutes() * 60_000) return;
    clock.touch();
    lock();
  }, LOOK_EVERY_MS);
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
  contents.once('destroyed', () => clearInterval(timer));
};
