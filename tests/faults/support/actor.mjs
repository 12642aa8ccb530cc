// The app's own worker, driven by its own messages, in a process that may be killed at any moment. What it acknowledges is
// written to the standard output, line by line: it counts as promised.
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

const { threads, home, calls, endless, at, goOn, stay } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
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

// Words as somebody types them: one entry that grows, and now and then another.
const entry = (id, baseVersion, text) => ({
  id,
  baseVersion,
  at: Date.now(),
  zone: 'Europe/Berlin',
  title: '',
  body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
  kind: 'page',
  pinned: false,
  mood: null,
  tags: [],
  feelings: [],
});

const newId = () => {
  const hex = randomUUID().replaceAll('-', '');
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
};

const write = async (words) => {
  const id = newId();
  let version = null;
  for (let saves = 1; saves <= 5; saves += 1) {
    const text = 'word '.repeat(saves * words).trim();
    const { ok, value, error } = await call('entries.save', entry(id, version, text));
    say(ok ? { saved: id, length: text.length } : { error });
    version = value?.version ?? version;
  }
};

// Until not one byte more fits on the disk.
const fill = (file) => {
  for (let bytes = 1024 * 1024; bytes >= 1; bytes /= 2) {
    try {
      for (;;) appendFileSync(file, Buffer.alloc(bytes, 1));
    } catch (error) {
      if (error.code !== 'ENOSPC') throw error;
    }
  }
};

const filesIn = (folder) => (existsSync(folder) ? readdirSync(folder, { recursive: true }) : []);

const steps = {
  write: async ({ entries, words }) => {
    for (let written = 0; written < entries; written += 1) await write(words);
  },
  fill: (file) => fill(file),
  free: (file) => rmSync(file, { force: true }),
  run: (commands) => execFileSync('sh', ['-c', commands], { stdio: 'inherit' }),
  list: (folder) => say({ listed: filesIn(folder) }),
};

// Two of them may be told to begin at the same moment.
await call('vault.status', {});
while (Date.now() < at);

for (const step of calls) {
  if (step.method === undefined) {
    const [[name, given]] = Object.entries(step);
    await steps[name](given);
    continue;
  }
  const { method, input, files } = step;
  const result = await call(method, input, files);
  say({ method, result });
  if (!result.ok && !goOn) process.exit(2);
}

while (endless) await write(40);
if (stay) await new Promise((resolve) => setTimeout(resolve, 600_000));
process.exit(0);
