import { runAll } from './runners.mjs';
import { runAsScript } from './setup/script.mjs';
import { setUp } from './setup.mjs';

// What takes less than a minute, to be run before every commit; npm test runs everything.
await runAsScript(async () => {
  await setUp({ needs: 'check' });
  return runAll(['biome', 'types', 'core']);
});
