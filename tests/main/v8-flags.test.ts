import { setFlagsFromString } from 'node:v8';
import { expect, it, vi } from 'vitest';
import { compileInPlace } from '#main/v8-flags';

// What the flags do cannot be seen from within, but for one of them (tests/e2e/threads.spec.ts).
vi.mock('node:v8', () => ({ setFlagsFromString: vi.fn() }));

it('has neither of the compilers of V8 that work in the background do so', () => {
  compileInPlace();
  expect(vi.mocked(setFlagsFromString).mock.calls.flat()).toEqual([
    '--no-concurrent-sparkplug',
    '--no-concurrent-recompilation',
  ]);
});
