import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { hostWorker } from '#main/worker-host';
import { tempFolder } from '#tests/support/temp-folder';

const setup = { home: '', threads: '', app: '0', checkOutput: true };

/** A host over a real thread that runs `code`; `port` is the thread's way to answer. */
const hostOf = (code: string, closeMs?: number) => {
  const file = join(tempFolder(), 'thread.mjs');
  writeFileSync(file, `import { parentPort as port } from 'node:worker_threads';\n${code}`);
  const crashes: number[] = [];
  const host = hostWorker({
    file,
    setup,
    onEvent: () => undefined,
    onCrash: () => crashes.push(1),
    ...(closeMs === undefined ? {} : { closeMs }),
  });
  onTestFinished(() => host.close());
  return { host, crashes };
};

const answering = `
let calls = 0;
port.on('message', (request) => {
  if (request.type === 'close') { port.postMessage({ type: 'closed' }); port.close(); return; }
  if (request.method === 'runs.list') throw new Error('a bug');
  if (request.method === 'tags.list') return;
  calls += 1;
  port.postMessage({ type: 'result', id: request.id, result: { ok: true, value: calls } });
});`;

describe('the host of the worker', () => {
  it('passes calls on and gives each its own answer', async () => {
    const { host } = hostOf(answering);
    const answers = await Promise.all([host.call('vault.status', {}, {}), host.call('vault.status', {}, {})]);
    expect(answers).toEqual([
      { ok: true, value: 1 },
      { ok: true, value: 2 },
    ]);
  });

  it('starts a fresh worker that knows nothing after a lock', async () => {
    const { host } = hostOf(answering);
    await host.call('vault.status', {}, {});
    await host.restart();
    expect(await host.call('vault.status', {}, {})).toEqual({ ok: true, value: 1 });
  });

  it('hands what one worker kept to the next, whether it was closed or crashed', async () => {
    const { host } = hostOf(`
import { workerData } from 'node:worker_threads';
port.on('message', (request) => {
  if (request.type === 'close') { port.postMessage({ type: 'closed' }); port.close(); return; }
  if (request.method === 'unsaved.keep') port.postMessage({ type: 'kept', kept: { journal: Uint8Array.of(7) } });
  if (request.method === 'runs.list') throw new Error('a bug');
  port.postMessage({ type: 'result', id: request.id, result: { ok: true, value: workerData.kept } });
});`);
    expect(await host.call('unsaved.keep', { calls: [] }, {})).toEqual({ ok: true, value: {} });
    await host.restart();
    const kept = { ok: true, value: { journal: Uint8Array.of(7) } };
    expect(await host.call('vault.status', {}, {})).toEqual(kept);
    await host.call('runs.list', {}, {});
    expect(await host.call('vault.status', {}, {})).toEqual(kept);
  });

  it('answers what was under way with LOCKED when the journal closes', async () => {
    const { host } = hostOf(answering);
    const waiting = host.call('tags.list', {}, {});
    await host.close();
    expect(await waiting).toEqual({ ok: false, error: { code: 'LOCKED' } });
  });

  it('starts anew after a crash, and what was under way fails with INTERNAL', async () => {
    const { host, crashes } = hostOf(answering);
    await host.call('vault.status', {}, {});
    expect(await host.call('runs.list', {}, {})).toEqual({ ok: false, error: { code: 'INTERNAL' } });
    expect(crashes).toHaveLength(1);
    expect(await host.call('vault.status', {}, {})).toEqual({ ok: true, value: 1 });
  });

  it('goes on with a fresh worker, and tells, when one can neither close nor be ended', async () => {
    // A thread that waits for another program cannot be interrupted.
    const { host } = hostOf(
      `
import { execFileSync } from 'node:child_process';
let calls = 0;
port.on('message', (request) => {
  if (request.method === 'tags.list') { execFileSync('sleep', ['4']); return; }
  if (request.type === 'close') { port.postMessage({ type: 'closed' }); port.close(); return; }
  calls += 1;
  port.postMessage({ type: 'result', id: request.id, result: { ok: true, value: calls } });
});`,
      300,
    );
    await host.call('vault.status', {}, {});
    expect(host.isStuck()).toBe(false);
    const waiting = host.call('tags.list', {}, {});
    await host.restart();
    expect(await waiting).toEqual({ ok: false, error: { code: 'LOCKED' } });
    expect(host.isStuck()).toBe(true);
    expect(await host.call('vault.status', {}, {})).toEqual({ ok: true, value: 1 });
    // Late is not never.
    await vi.waitFor(() => expect(host.isStuck()).toBe(false), { timeout: 15_000 });
    expect(await host.call('vault.status', {}, {})).toEqual({ ok: true, value: 2 });
  }, 30_000);

  it('does not try for ever when the worker cannot even start, and can still be closed', async () => {
    const { host, crashes } = hostOf("throw new Error('the native module is missing');");
    expect(await host.call('vault.status', {}, {})).toEqual({ ok: false, error: { code: 'INTERNAL' } });
    expect(await host.call('vault.status', {}, {})).toEqual({ ok: false, error: { code: 'INTERNAL' } });
    expect(crashes).toHaveLength(0);
    await host.close();
  });
});
