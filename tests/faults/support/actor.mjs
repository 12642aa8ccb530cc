// The app's own worker, driven by its own messages, in a process that may be killed at any moment. What it acknowledges is
// written to the standard output, line by line: it counts as promised.
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

const { threads, home, calls, endless } = JSON.parse(process.argv[2] ?? '');
const setup = { home, threads, app: '0.0.0-test', checkOutput: true, kept: {} };
const worker = new Worker(join(threads, 'worker.js'), { workerData: setup });
const waiting = new Map();
worker.on('message', ({ type, id, result }) => {
  if (type !== 'result') return;
  waiting.get(id)(result);
  waiting.delete(id);
});

let last = 0;
const call = (method, input, files = {}) =>
  new Promise((resolve) => {
    last += 1;
    waiting.set(last, resolve);
    worker.postMessage({ type: 'call', id: last, method, input, files });
  });

const say = (line) => writeSync(1, `${JSON.stringify(line)}\n`);

for (const { method, input, files } of calls) {
  const result = await call(method, input, files);
  say({ method, result });
  if (!result.ok) process.exit(2);
}

// Words as somebody types them: one entry that grows, and now and then another.
const entry = (id, baseVersion, text) => ({
  id,
  baseVersion,
  at: Date.now(),
  zone: 'Europe/Berlin',
  title: '',
  body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
  kind: 'page',
  mood: null,
  tags: [],
  feelings: [],
});

const newId = () => {
  const hex = randomUUID().replaceAll('-', '');
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
};

while (endless) {
  const id = newId();
  let version = null;
  for (let words = 1; words <= 5; words += 1) {
    const text = 'word '.repeat(words * 40).trim();
    const { ok, value, error } = await call('entries.save', entry(id, version, text));
    if (!ok) say({ error });
    else say({ saved: id, length: text.length });
    version = value?.version ?? version;
  }
}
process.exit(0);
