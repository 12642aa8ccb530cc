import { chooseRunners, runAll } from './runners.mjs';
import { runAsScript } from './setup/script.mjs';
import { setUp } from './setup.mjs';

// All runners, or those that are named: npm test -- core e2e
await runAsScript(async () => {
  const chosen = chooseRunners(process.argv.slice(2));
  await setUp({ needs: 'test' });
  return runAll(chosen);
});
