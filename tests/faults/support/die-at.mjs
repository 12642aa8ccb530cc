// Loaded before a program (--import), into each of its threads: kills the process, as a power cut would, right before the
// EBB_DIE_AT-th step that writes something, makes it durable or gives it a name, or EBB_LINGER milliseconds later. Steps are
// counted in the file EBB_STEPS, for all threads.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { openSync, writeSync, fstatSync } = fs;
const dieAt = Number(process.env.EBB_DIE_AT ?? 0);
const linger = Number(process.env.EBB_LINGER ?? 0);
const counter = openSync(process.env.EBB_STEPS ?? '', 'a');

const step = () => {
  writeSync(counter, '.');
  if (fstatSync(counter).size !== dieAt) return;
  if (linger > 0) {
    // By another process: this thread may be busy then.
    spawn('sh', ['-c', `sleep ${linger / 1000}; kill -9 ${process.pid}`], { stdio: 'ignore' }).unref();
    return;
  }
  process.kill(process.pid, 'SIGKILL');
  // Until it has arrived.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
};

const before = (name, counts = () => true) => {
  const original = fs[name];
  fs[name] = (...given) => {
    if (counts(...given)) step();
    return original(...given);
  };
};

for (const name of ['fsyncSync', 'renameSync', 'linkSync', 'copyFileSync', 'mkdirSync', 'rmSync', 'truncateSync'])
  before(name);
// What is said is no file.
before('writeSync', (handle) => handle > 2);
before('openSync', (_file, flags) => typeof flags === 'string' && flags !== 'r');
syncBuiltinESMExports();
