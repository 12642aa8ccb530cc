import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ErrorCode } from '#core/errors';
import { failed, ok, type Result } from '#core/result';
import { createAutosave, INTERVAL_MS, PAUSE_MS, type SaveState, SLOW_MS } from '#lib/autosave';

/** How long a write takes here. */
const WRITE_MS = 20;

const setUp = (answers: readonly (ErrorCode | null)[] = []) => {
  let text = '';
  let under = 0;
  const seen = { states: [] as string[], written: [] as string[], starts: [] as number[], most: 0 };
  const save = async (): Promise<Result<unknown>> => {
    const now = text;
    const answer = answers[seen.starts.length] ?? null;
    seen.starts.push(performance.now());
    under += 1;
    seen.most = Math.max(seen.most, under);
    await new Promise((done) => setTimeout(done, WRITE_MS));
    under -= 1;
    if (answer !== null) return failed({ code: answer });
    seen.written.push(now);
    return ok(null);
  };
  const onState = (state: SaveState): void => {
    seen.states.push(state.kind === 'failed' ? state.code : state.kind);
  };
  const autosave = createAutosave({ save, onState });
  const type = (more: string): void => {
    text += more;
    autosave.changed();
  };
  /** One letter every `every` ms. */
  const typeOn = async (letters: number, every: number): Promise<void> => {
    for (let letter = 0; letter < letters; letter += 1) {
      type('x');
      await vi.advanceTimersByTimeAsync(every);
    }
  };
  return { autosave, type, typeOn, seen };
};

describe('saving as one writes', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('writes once typing pauses, and says "saved" only when it is on the disk', async () => {
    const { type, seen } = setUp();
    type('hello');
    expect(seen.states).toEqual(['waiting']);
    await vi.advanceTimersByTimeAsync(PAUSE_MS - 1);
    expect(seen.starts).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(seen.states).toEqual(['waiting']);
    await vi.advanceTimersByTimeAsync(WRITE_MS);
    expect(seen.states).toEqual(['waiting', 'saved']);
    expect(seen.written).toEqual(['hello']);
  });

  it('has every letter on the disk within a second of its being typed, and writes about once a second', async () => {
    const { typeOn, seen } = setUp();
    await typeOn(100, 90);
    expect(seen.starts.length).toBeGreaterThanOrEqual(9);
    const gaps = seen.starts.slice(1).map((start, index) => start - (seen.starts[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(INTERVAL_MS);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(1000 - WRITE_MS);
  });

  it('writes no more than about once a second for a slow typist either', async () => {
    const { typeOn, seen } = setUp();
    await typeOn(20, PAUSE_MS + 50);
    const gaps = seen.starts.slice(1).map((start, index) => start - (seen.starts[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(INTERVAL_MS);
  });

  it('never has two writes under way', async () => {
    const { autosave, type, typeOn, seen } = setUp();
    const flushes = [autosave.flush()];
    await typeOn(5, 10);
    flushes.push(autosave.flush(), autosave.flush());
    type('y');
    flushes.push(autosave.flush());
    await vi.advanceTimersByTimeAsync(5000);
    expect(await Promise.all(flushes)).toEqual([true, true, true, true]);
    expect(seen.most).toBe(1);
    expect(seen.written.at(-1)).toBe('xxxxxy');
  });

  it('does not call saved what was typed during the write', async () => {
    const { type, seen } = setUp();
    type('one');
    await vi.advanceTimersByTimeAsync(PAUSE_MS + 1);
    type(' two');
    await vi.advanceTimersByTimeAsync(WRITE_MS);
    expect(seen.states.at(-1)).toBe('waiting');
    await vi.advanceTimersByTimeAsync(2000);
    expect(seen.states.at(-1)).toBe('saved');
    expect(seen.written).toEqual(['one', 'one two']);
  });

  it('says that it is saving only when that takes noticeably long', async () => {
    const states: string[] = [];
    const autosave = createAutosave({
      save: () => new Promise((done) => setTimeout(() => done(ok(null)), SLOW_MS * 3)),
      onState: ({ kind }) => states.push(kind),
    });
    autosave.changed();
    await vi.advanceTimersByTimeAsync(PAUSE_MS + SLOW_MS);
    expect(states).toEqual(['waiting', 'saving']);
    await vi.advanceTimersByTimeAsync(SLOW_MS * 2);
    expect(states).toEqual(['waiting', 'saving', 'saved']);
  });

  it('flushes at once what is not written, including what is typed meanwhile', async () => {
    const { autosave, type, seen } = setUp();
    type('a');
    const flushed = autosave.flush();
    type('b');
    await vi.advanceTimersByTimeAsync(WRITE_MS * 2);
    expect(await flushed).toBe(true);
    expect(seen.written).toEqual(['a', 'ab']);
  });

  it('has nothing to flush when nothing was typed', async () => {
    const { autosave, seen } = setUp();
    expect(await autosave.flush()).toBe(true);
    expect(seen.starts).toEqual([]);
  });

  it('tries again by itself, ever more seldom, until the disk has room', async () => {
    const { type, typeOn, seen } = setUp(['DISK_FULL', 'DISK_FULL', 'DISK_FULL']);
    type('kept ');
    await vi.advanceTimersByTimeAsync(PAUSE_MS + WRITE_MS);
    expect(seen.states).toEqual(['waiting', 'DISK_FULL']);
    await typeOn(10, 100);
    expect(seen.starts.length).toBe(1);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(seen.states).toEqual(['waiting', 'DISK_FULL', 'DISK_FULL', 'DISK_FULL', 'saved']);
    expect(seen.written).toEqual(['kept xxxxxxxxxx']);
  });

  it('tells of a failed flush, and tries at once when asked to', async () => {
    const { autosave, type, seen } = setUp(['READ_ONLY']);
    type('a');
    const flushed = autosave.flush();
    await vi.advanceTimersByTimeAsync(WRITE_MS);
    expect(await flushed).toBe(false);
    const again = autosave.flush();
    await vi.advanceTimersByTimeAsync(WRITE_MS);
    expect(await again).toBe(true);
    expect(seen.states.at(-1)).toBe('saved');
  });

  it('does not repeat what cannot succeed, but tries again once something has changed', async () => {
    const { type, seen } = setUp(['TOO_LARGE']);
    type('a');
    await vi.advanceTimersByTimeAsync(120_000);
    expect(seen.starts.length).toBe(1);
    type('b');
    await vi.advanceTimersByTimeAsync(1000);
    expect(seen.written).toEqual(['ab']);
  });

  it('takes a write that breaks for a write that failed', async () => {
    const states: SaveState[] = [];
    const autosave = createAutosave({
      save: () => Promise.reject(new Error('broken')),
      onState: (state) => states.push(state),
    });
    autosave.changed();
    expect(await autosave.flush()).toBe(false);
    expect(states.at(-1)).toEqual({ kind: 'failed', code: 'INTERNAL' });
    autosave.stop();
  });

  it('writes nothing once it is stopped', async () => {
    const { autosave, type, seen } = setUp();
    type('a');
    autosave.stop();
    type('b');
    await vi.advanceTimersByTimeAsync(5000);
    expect(await autosave.flush()).toBe(false);
    expect(seen.starts).toEqual([]);
  });
});
