import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chosenFiles } from '#main/chosen-files';
import { locking } from '#main/locking';

const setUp = (endsWithJournal = false) => {
  const seen: string[] = [];
  const note = (what: string) => async (): Promise<void> => void seen.push(what);
  const lock = locking({
    host: { restart: note('journal closed'), close: note('journal closed for good') },
    windowOf: () => undefined,
    clipboard: { copy: async () => undefined, clear: async () => undefined },
    files: chosenFiles(),
    askToHandOver: ({ quitting }) => seen.push(quitting ? 'asked before the end' : 'asked'),
    quit: () => seen.push('ended'),
    endsWithJournal,
  });
  return { ...lock, seen };
};

describe('locking', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('closes the journal once the window has handed over', async () => {
    const { lock, handedOver, seen } = setUp();
    lock();
    await handedOver();
    expect(seen).toEqual(['asked', 'journal closed']);
  });

  it('closes it all the same when the window does not answer', async () => {
    const { lock, seen } = setUp();
    lock();
    await vi.advanceTimersByTimeAsync(3000);
    expect(seen).toEqual(['asked', 'journal closed']);
  });

  it('has the window emptied before it waits for anything, however long the journal takes to close', async () => {
    const { lock, seen } = setUp();
    lock();
    expect(seen).toEqual(['asked']);
  });

  it('ends the app afterwards when that was asked for', async () => {
    const { lockAndQuit, handedOver, seen } = setUp();
    lockAndQuit();
    await handedOver();
    expect(seen).toEqual(['asked before the end', 'journal closed for good', 'ended']);
  });

  it('neither ends nor locks when the window takes it back, and can lock later', async () => {
    const { lock, lockAndQuit, stay, handedOver, seen } = setUp();
    lockAndQuit();
    stay();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seen).toEqual(['asked before the end']);
    lock();
    await handedOver();
    expect(seen).toEqual(['asked before the end', 'asked', 'journal closed']);
  });

  it('ends at once when the person says so', async () => {
    const { quitNow, seen } = setUp();
    await quitNow();
    expect(seen).toEqual(['journal closed for good', 'ended']);
  });

  it('ends an app that was started for the sample whenever that is locked, even after having stayed', async () => {
    const { lockAndQuit, stay, lock, handedOver, seen } = setUp(true);
    lockAndQuit();
    stay();
    lock();
    await handedOver();
    expect(seen.at(-1)).toBe('ended');
  });
});
