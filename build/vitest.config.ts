import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  test: {
    // Left to itself it keeps one processor back, which on a machine with two is half of it.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        root,
        test: { name: 'core', environment: 'node', include: ['tests/core/**/*.test.ts'] },
      },
      {
        root,
        test: { name: 'main', environment: 'node', include: ['tests/main/**/*.test.ts'] },
      },
      {
        root,
        test: {
          name: 'worker',
          environment: 'node',
          include: ['tests/worker/**/*.test.ts', 'tests/faults/**/*.test.ts'],
          // Processes, not threads: a test may kill its own, and native modules start afresh.
          pool: 'forks',
          setupFiles: ['tests/support/umask.ts'],
          testTimeout: 30_000,
          globalSetup: ['tests/support/build-threads.ts'],
        },
      },
      {
        root,
        plugins: [react()],
        test: {
          name: 'renderer',
          environment: 'happy-dom',
          testTimeout: 20_000,
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
          // Class names as they are written, so that a test may ask for one.
          css: { modules: { classNameStrategy: 'non-scoped' } },
        },
      },
    ],
  },
});
