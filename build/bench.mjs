import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { playwright } from './runners.mjs';
import { inRepository } from './setup/paths.mjs';
import { say } from './setup/problem.mjs';
import { electronRuntime } from './setup/runtime.mjs';
import { runAsScript } from './setup/script.mjs';
import { setUp } from './setup.mjs';
import { buildApp } from './tool.mjs';

/** @typedef {{ median: number, p95: number, n: number }} Summary */

/**
 * A line as the measurements leave it (tests/bench/support/report.ts).
 * @typedef {{
 *   figure: string,
 *   unit: string,
 *   measured: Summary,
 *   baseline: (Summary & { name: string }) | null,
 *   aim: string | null,
 *   result: string | null,
 *   met: boolean | null,
 *   notes: string[],
 * }} Row
 */

/** @typedef {{ cpu: string, memory: string, system: string, node: string, electron: string, load: string }} Machine */

const folder = inRepository('out', 'bench');

// All measurements, or those whose files are named: npm run bench -- search typing
await runAsScript(async () => {
  await setUp({ needs: 'bench' });
  const built = await buildApp();
  if (built !== 0) return built;
  rmSync(folder, { recursive: true, force: true });
  const machine = describeMachine();
  const began = performance.now();
  // The option in between keeps the runner from taking the names for further projects.
  const code = await playwright('bench', ['--reporter=list', ...process.argv.slice(2)]);
  writeResults(machine, (performance.now() - began) / 60_000);
  return code;
});

/** @returns {Machine} */
function describeMachine() {
  const { source, version } = electronRuntime();
  const cpus = os.cpus();
  return {
    cpu: `${cpus.length} × ${cpus[0]?.model.trim() ?? 'unknown'}`,
    memory: `${Math.round(os.totalmem() / 2 ** 30)} GiB`,
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    node: process.versions.node,
    electron: source === 'official' ? version : `${version}, carried by an npm package`,
    // Figures from a busy machine say more about its other work; what was busy before it began shows here.
    load: os
      .loadavg()
      .map((load) => load.toFixed(2))
      .join(' '),
  };
}

/** @returns {Row[]} */
function readRows() {
  const file = inRepository('out', 'bench', 'rows.jsonl');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line));
}

/**
 * @param {Machine} machine
 * @param {number} minutes
 */
function writeResults(machine, minutes) {
  const rows = readRows();
  const at = new Date().toISOString();
  const text = markdown(rows, [
    `Measured ${at.slice(0, 16).replace('T', ' ')} UTC by \`npm run bench\` in ${minutes.toFixed(1)} minutes.`,
    `${machine.cpu}, ${machine.memory}, ${machine.system}; Node ${machine.node}, Electron ${machine.electron}; load before ${machine.load}.`,
  ]);
  mkdirSync(inRepository('out'), { recursive: true });
  writeFileSync(inRepository('out', 'bench.json'), `${JSON.stringify({ at, minutes, machine, rows }, null, 2)}\n`);
  writeFileSync(inRepository('out', 'bench.md'), text);
  say(`\n${text}\nAlso in out/bench.md and out/bench.json.`);
}

/**
 * @param {Row[]} rows
 * @param {string[]} facts
 */
function markdown(rows, facts) {
  const heads = ['figure', 'baseline', 'measured', 'result', 'aim', 'n'];
  const cells = rows.map((row, index) => [
    `${row.figure}${row.notes.length > 0 ? ` [${index + 1}]` : ''}`,
    row.baseline ? `${amount(row.baseline, row.unit)} (${row.baseline.name})` : '',
    amount(row.measured, row.unit),
    row.result ?? '',
    row.aim ? `${row.aim}: ${row.met ? 'met' : 'missed'}` : '',
    String(row.measured.n),
  ]);
  const notes = rows.flatMap(({ notes }, index) => (notes.length > 0 ? [`[${index + 1}] ${notes.join('; ')}.`] : []));
  return [...facts, 'Median, p95 in brackets.', '', ...table([heads, ...cells]), '', ...notes, ''].join('\n');
}

/**
 * @param {Summary} summary
 * @param {string} unit
 */
function amount({ median, p95 }, unit) {
  return `${short(median)} (${short(p95)}) ${unit}`;
}

/** @param {number} value */
function short(value) {
  return value.toFixed(Math.abs(value) < 10 ? 2 : 0);
}

/** @param {string[][]} rows */
function table(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const lines = rows.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [lines[0] ?? '', rule, ...lines.slice(1)];
}
