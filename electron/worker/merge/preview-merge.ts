import { setImmediate as breathe } from 'node:timers/promises';
import { emptyMergeCounts, type MergeCounts, type MergeOutcome } from '#core/merge';
import { countStep } from './apply-merge';
import type { Merge, MergeStep } from './merge-step';
import { mergeSteps } from './merge-steps';

/** Meanwhile, whoever writes in the journal waits no longer than this. */
const SLICE_MS = 8;

const ALWAYS_CHANGES: ReadonlySet<MergeOutcome> = new Set(['added', 'newer', 'returning', 'deleted-there']);

const changesSomething = ({ counted, changes }: MergeStep): boolean =>
  (counted !== null && ALWAYS_CHANGES.has(counted.outcome)) || changes().length > 0;

/** What a merge would do, without doing it; `check` is called now and then and may throw to stop it. */
export const previewMerge = async (
  merge: Merge,
  check: () => void = () => undefined,
): Promise<{ readonly counts: MergeCounts; readonly isNothingNew: boolean }> => {
  const counts = emptyMergeCounts();
  let isNothingNew = true;
  let began = performance.now();
  for (const step of mergeSteps(merge)) {
    countStep(counts, step);
    if (isNothingNew && changesSomething(step)) isNothingNew = false;
    if (performance.now() - began < SLICE_MS) continue;
    await breathe();
    check();
    began = performance.now();
  }
  return { counts, isNothingNew };
};
