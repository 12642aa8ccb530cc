import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type ActorStep, act } from '#tests/faults/support/act';
import type { Recorded } from '#tests/faults/support/power-cut';
import { readTrace, type TraceOptions, tracing } from '#tests/faults/support/traced-calls';
import { tempFolder } from '#tests/support/temp-folder';

type Options = TraceOptions & {
  /** The journals that are there at first; none when not given. */
  readonly from?: string;
  /** An empty folder beside the journals, by its name. */
  readonly beside?: string;
};

/** The folder of the journals in what is recorded. */
export const journalsIn = (folder: string): string => join(folder, 'journals');

/**
 * Runs the worker through some steps under a tracer, on a copy of some journals, and fails unless all of them work. `$FOLDER`
 * in a step stands for the folder that holds the journals' own and all else that is recorded.
 */
export const recordCalls = async (
  steps: readonly ActorStep[],
  { from, beside, ...how }: Options,
): Promise<Recorded> => {
  const folder = tempFolder();
  if (from !== undefined) cpSync(from, journalsIn(folder), { recursive: true });
  if (beside !== undefined) mkdirSync(join(folder, beside));
  const before = tempFolder();
  cpSync(folder, before, { recursive: true });
  const log = join(tempFolder(), 'trace');
  const calls = steps.map((step) => JSON.parse(JSON.stringify(step).replaceAll('$FOLDER', folder)) as ActorStep);
  const { exit, lines } = await act({ home: journalsIn(folder), calls, under: tracing(log, how) });
  expect({ exit, failed: lines.filter((line) => 'method' in line && !line.result.ok) }).toEqual({
    exit: 0,
    failed: [],
  });
  return { folder, before, traced: await readTrace(log, folder) };
};
