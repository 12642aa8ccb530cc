import { runAll } from './runners.mjs';
import { runAsScript } from './setup/script.mjs';
import { setUp } from './setup.mjs';

// What is quick enough to run before every commit.
await runAsScript(async () => {
  await setUp({ needs: 'check' });
  return runAll(['biome', 'types', 'core', 'renderer']);
});
