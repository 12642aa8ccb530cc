import { defineConfig } from '@playwright/test';

export default defineConfig({
  outputDir: '../out/playwright',
  // Two windows at once would take each other's focus, and a bench must have the machine to itself.
  workers: 1,
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
