import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Aim } from './aims';
import { repository } from './places';
import { type Summary, summarise } from './statistics';

type Unit = 'ms' | 'MB' | 'MB/s';

type Measurements = { readonly name: string; readonly values: readonly number[] };

/** One line of the table of figures: what was measured, beside the bare thing measured in the same run. */
export type Row = {
  readonly figure: string;
  readonly unit: Unit;
  readonly measured: readonly number[];
  readonly baseline?: Measurements;
  /** None for a figure that only explains another. */
  readonly aim?: Aim;
  /** What a reader has to know to judge it. */
  readonly notes?: readonly string[];
};

/** A line as it stands in the file of lines, which build/bench.mjs makes the table of. */
type StoredRow = {
  readonly figure: string;
  readonly unit: Unit;
  readonly measured: Summary;
  readonly baseline: (Summary & { readonly name: string }) | null;
  readonly aim: string | null;
  readonly result: string | null;
  readonly met: boolean | null;
  readonly notes: readonly string[];
};

const rowsFile = join(repository, 'out', 'bench', 'rows.jsonl');

const toStored = ({ figure, unit, measured, baseline, aim, notes = [] }: Row): StoredRow => {
  const summary = summarise(measured);
  const base = baseline === undefined ? null : { name: baseline.name, ...summarise(baseline.values) };
  const verdict = aim?.judge(summary, base);
  return {
    figure,
    unit,
    measured: summary,
    baseline: base,
    aim: aim?.text ?? null,
    result: verdict?.result ?? null,
    met: verdict?.met ?? null,
    notes,
  };
};

const inWords = ({ median, p95, n }: Summary, unit: Unit): string =>
  `median ${median.toFixed(1)}, p95 ${p95.toFixed(1)} ${unit} (n ${n})`;

/** Adds a line to the table of figures and says it at once. */
export const report = (row: Row): void => {
  const stored = toStored(row);
  mkdirSync(dirname(rowsFile), { recursive: true });
  appendFileSync(rowsFile, `${JSON.stringify(stored)}\n`);
  const { figure, unit, measured, baseline, aim, result } = stored;
  const against = baseline === null ? '' : `\n    ${baseline.name}: ${inWords(baseline, unit)}`;
  const verdict = result === null ? '' : `\n    ${result} (aim ${aim})`;
  process.stdout.write(`  ${figure}: ${inWords(measured, unit)}${against}${verdict}\n`);
};
