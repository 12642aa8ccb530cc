import { setTimeout as sleep } from 'node:timers/promises';
import { app } from 'electron';
import { unlock } from './unlock.mjs';

// Starts Ebb (EBB_BENCH_MAIN) or the bare window without any debugger, which would cost both time and memory, and tells
// on the standard output what can only be seen from inside. Nothing here runs in the page before it has been painted.

const SETTLE_MS = 1500;

const now = () => performance.timeOrigin + performance.now();

/** When the largest thing on the page was first painted, and whether a field waits for typing; epoch milliseconds. */
const look = `new Promise((resolve) => {
  const paints = [];
  const observe = (type) => new PerformanceObserver((list) => paints.push(...list.getEntries())).observe({ type, buffered: true });
  observe('paint');
  observe('largest-contentful-paint');
  setTimeout(() => resolve({
    painted: performance.timeOrigin + Math.max(...paints.map(({ startTime }) => startTime)),
    focused: document.activeElement instanceof HTMLInputElement,
  }), 100);
})`;

app.once('browser-window-created', (_event, window) => {
  const shown = new Promise((resolve) => window.once('show', () => resolve(now())));
  window.webContents.once('did-finish-load', async () => {
    await sleep(SETTLE_MS);
    const seen = await window.webContents.executeJavaScript(look);
    if (process.env.EBB_BENCH_PASSPHRASE) await unlock(window.webContents, process.env.EBB_BENCH_PASSPHRASE);
    process.stdout.write(`EBB-BENCH ${JSON.stringify({ ...seen, shown: await shown })}\n`);
  });
});

await import(process.env.EBB_BENCH_MAIN || './bare-window.mjs');
