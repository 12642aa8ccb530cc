import { runAsScript } from './setup/script.mjs';
import { setUp } from './setup.mjs';
import { runTool } from './tool.mjs';

// The tests of tests/faults in full: how often each is killed may be given (npm run faults -- 200). npm test runs a few
// rounds of each. Results belong in docs/reliability.md.
await runAsScript(async () => {
  const rounds = process.argv[2] ?? '50';
  await setUp({ needs: 'test' });
  process.env.EBB_FAULT_ROUNDS = rounds;
  const options = ['run', '--config', 'build/vitest.config.ts', '--project', 'worker', 'tests/faults'];
  return runTool('vitest', 'vitest', options);
});
