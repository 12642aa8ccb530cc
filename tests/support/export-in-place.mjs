// Runs the export thread on a task in a process of its own, which a shell may have given a small disk or a limit. Called
// with a file that holds { thread, task }; prints the thread's last word on a line.
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

const { thread, task } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const vaultKey = Uint8Array.from(Buffer.from(task.vaultKey, 'base64'));
const worker = new Worker(new URL(thread), { workerData: { ...task, vaultKey, control: new SharedArrayBuffer(8) } });
let lastWord = null;
worker.on('message', (message) => {
  lastWord = message;
});
worker.on('exit', () => process.stdout.write(`${JSON.stringify(lastWord)}\n`));
