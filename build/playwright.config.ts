import { defineConfig } from '@playwright/test';

/** The displays there are for tests (build/setup/display.mjs); this one's, where this is one of several workers. */
const displays = JSON.parse(process.env.EBB_DISPLAYS ?? '[]') as Record<'DISPLAY' | 'XAUTHORITY', string>[];
Object.assign(process.env, displays[Number(process.env.TEST_PARALLEL_INDEX ?? 0)]);

export default defineConfig({
  outputDir: '../out/playwright',
  // Two windows on one display would take each other's focus.
  workers: Math.max(1, displays.length),
  fullyParallel: false,
  retries: 0,
  timeout: 120_000,
  // A busy machine is slow, not wrong.
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: 'list',
  projects: [
    { name: 'e2e', testDir: '../tests/e2e', testMatch: '**/*.spec.ts' },
    // Started by privacy.spec.ts where there is no network.
    { name: 'offline', testDir: '../tests/e2e', testMatch: 'offline.ts' },
    { name: 'tour', testDir: '../tests/e2e', testMatch: 'tour.ts' },
    { name: 'bench', testDir: '../tests/bench', testMatch: '**/*.bench.ts' },
  ],
});
