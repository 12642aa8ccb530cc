// Loaded before a program (--import), into each of its threads: kills the process, as a power cut would, right before the
// EBB_DIE_AT-th step that makes something durable or gives it a name. Steps are counted in the file EBB_STEPS, for all threads.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { openSync, writeSync, fstatSync } = fs;
const dieAt = Number(process.env.EBB_DIE_AT ?? 0);
const counter = openSync(process.env.EBB_STEPS ?? '', 'a');

const step = () => {
  writeSync(counter, '.');
  if (fstatSync(counter).size !== dieAt) return;
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
before('openSync', (_file, flags) => typeof flags === 'string' && flags !== 'r');
syncBuiltinESMExports();
