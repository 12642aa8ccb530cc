import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 compile on the thread that runs the code, in every thread that is started from here on. A thread of Node.js that
 * ends waits for all that is compiled in the background, for any thread; what is compiled there may wait for the thread
 * that ends, and then neither ever goes on (decision 017). Must run before the first thread is started.
 */
export const compileInPlace = (): void => {
  for (const flag of ['--no-concurrent-sparkplug', '--no-concurrent-recompilation']) setFlagsFromString(flag);
};
