import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { playwright } from './runners.mjs';
import { SetUpProblem, say } from './setup/problem.mjs';
import { runAsScript } from './setup/script.mjs';
import { setUp } from './setup.mjs';
import { buildApp, runTool } from './tool.mjs';

// The faults of docs/reliability.md: npm run faults -- full, or how often each operation is interrupted (npm run faults -- 15;
// everything else in proportion). npm test runs a few rounds of each. Ends with the table that belongs into that page.

const vitest = ['run', '--config', 'build/vitest.config.ts'];
const inElectron = ['hostile-paste.spec.ts', 'second-instance.spec.ts', 'full-disk.spec.ts', 'lost-folder.spec.ts'];

/** Everything that makes trouble, in turn; each runs whatever the others came to. */
const parts = [
  () => runTool('vitest', 'vitest', [...vitest, '--project', 'worker', 'tests/faults']),
  () => runTool('vitest', 'vitest', [...vitest, '--project', 'main', 'tests/main/ipc-router.test.ts']),
  async () => (await buildApp()) || (await playwright('e2e', inElectron)),
];

await runAsScript(async () => {
  const rounds = process.argv[2] ?? '50';
  if (rounds !== 'full' && !(Number(rounds) > 0)) {
    throw new SetUpProblem(`"${rounds}" is no number of rounds.`, 'Please give one, or "full": npm run faults -- 15');
  }
  await setUp({ needs: 'test' });
  const folder = mkdtempSync(join(tmpdir(), 'ebb-faults-'));
  process.env.EBB_FAULT_ROUNDS = rounds;
  process.env.EBB_FAULT_RESULTS = join(folder, 'results');
  const began = performance.now();
  try {
    const codes = [];
    for (const part of parts) codes.push(await part());
    printTable(process.env.EBB_FAULT_RESULTS, { rounds, minutes: (performance.now() - began) / 60_000 });
    return codes.find((code) => code !== 0) ?? 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/**
 * What was tried and came out well; what did not has told so above.
 * @param {string} file
 * @param {{ rounds: string, minutes: number }} run
 */
function printTable(file, { rounds, minutes }) {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
  say(
    `\n\`npm run faults -- ${rounds}\` on ${machine}, Node ${process.versions.node}, in ${minutes.toFixed(1)} minutes:\n`,
  );
  say('| fault | rounds | lost or unnoticed |\n| --- | --- | --- |');
  for (const { fault, tried, found } of lines.map((line) => JSON.parse(line)).sort(byFault)) {
    say(`| ${fault} | ${tried} | ${found} |`);
  }
}

/**
 * @param {{ fault: string }} one
 * @param {{ fault: string }} other
 */
function byFault(one, other) {
  return one.fault.localeCompare(other.fault, 'en');
}
