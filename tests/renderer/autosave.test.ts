import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failed, ok, type Result } from '#core/result';
import { createAutosave, type SaveState } from '../../renderer/features/journal/autosave';

describe('continuous saving', () => {
  let saves: { at: number; finish: (result: Result<unknown>) => void }[];
  let states: SaveState[];
  const began = 1_000_000;

  const autosave = () =>
    createAutosave({
      save: () =>
        new Promise((finish) => {
          saves.push({ at: Date.now() - began, finish });
        }),
      onState: (state) => states.push(state),
    });

  const kinds = (): string[] => states.map(({ kind }) => kind);
  const finishLast = async (result: Result<unknown> = ok(null)): Promise<void> => {
    saves.at(-1)?.finish(result);
    await vi.advanceTimersByTimeAsync(0);
  };

  beforeEach(() => {
    saves = [];
    states = [];
    vi.useFakeTimers({ now: began, toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
  });

  afterEach(() => vi.useRealTimers());

  it('writes after a pause in typing', async () => {
    const saver = autosave();
    saver.changed();
    await vi.advanceTimersByTimeAsync(399);
    expect(saves).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(saves).toHaveLength(1);
    await finishLast();
    expect(kinds()).toEqual(['waiting', 'saving', 'saved']);
  });

  it('writes within a second however fast the typing goes on', async () => {
    const saver = autosave();
    for (let at = 0; at < 3000; at += 100) {
      saver.changed();
      await vi.advanceTimersByTimeAsync(100);
      if (saves.length > 0) await finishLast();
    }
    expect(saves[0]?.at).toBeLessThanOrEqual(1000);
    expect(saves.length).toBeGreaterThanOrEqual(3);
  });

  it('has one write under way at a time, and writes afterwards what came meanwhile', async () => {
    const saver = autosave();
    saver.changed();
    await vi.advanceTimersByTimeAsync(400);
    saver.changed();
    await vi.advanceTimersByTimeAsync(5000);
    expect(saves).toHaveLength(1);
    await finishLast();
    await vi.advanceTimersByTimeAsync(1000);
    expect(saves).toHaveLength(2);
    await finishLast();
    expect(kinds().at(-1)).toBe('saved');
  });

  it('says "saved" only when nothing is left to write', async () => {
    const saver = autosave();
    saver.changed();
    await vi.advanceTimersByTimeAsync(400);
    saver.changed();
    await finishLast();
    expect(kinds().at(-1)).toBe('waiting');
  });

  it('keeps trying when the disk is full', async () => {
    const saver = autosave();
    saver.changed();
    await vi.advanceTimersByTimeAsync(400);
    await finishLast(failed({ code: 'DISK_FULL' }));
    expect(states.at(-1)).toEqual({ kind: 'failed', code: 'DISK_FULL' });
    await vi.advanceTimersByTimeAsync(3000);
    expect(saves).toHaveLength(2);
    await finishLast();
    expect(kinds().at(-1)).toBe('saved');
  });

  it('leaves a conflict to the person', async () => {
    const saver = autosave();
    saver.changed();
    await vi.advanceTimersByTimeAsync(400);
    await finishLast(failed({ code: 'CONFLICT' }));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(saves).toHaveLength(1);
  });

  it('flushes what is waiting, and what changed during the write before it', async () => {
    const saver = autosave();
    saver.changed();
    const flushed = saver.flush();
    expect(saves).toHaveLength(1);
    saver.changed();
    const again = saver.flush();
    await finishLast();
    await flushed;
    expect(saves).toHaveLength(2);
    await finishLast();
    await again;
    expect(kinds().at(-1)).toBe('saved');
  });

  it('treats a fault in saving itself as words not saved', async () => {
    const saver = createAutosave({
      save: () => Promise.reject(new Error('bug')),
      onState: (state) => states.push(state),
    });
    saver.changed();
    await saver.flush();
    expect(states.at(-1)).toEqual({ kind: 'failed', code: 'INTERNAL' });
    saver.stop();
  });
});
