// Loaded before a program (--import), into each of its threads: to the thread that derives keys this computer seems to be so
// slow that the least cost is chosen that is accepted. Otherwise most of the time of these tests would go by with deriving.
import { basename } from 'node:path';

if (basename(process.argv[1] ?? '') === 'key-derivation-thread.js') {
  const now = performance.now.bind(performance);
  performance.now = () => now() * 1000;
}
