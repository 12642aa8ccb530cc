import type { Input } from '#core/contract';
import type { EntryDraft } from '#core/entry';
import type { ErrorCode } from '#core/errors';
import type { Result } from '#core/result';
import type { UnsavedCall } from '#core/unsaved-call';
import { call } from './client';
import { i18n } from './i18n';
import { command, refresh } from './query-client';
import { createStore } from './store';
import { storeEntry } from './store-entry';
import { showToast } from './toasts';
import { registerUnsavedWork } from './unsaved-work';

const RETRY_MS = 15_000;

/** Why what was kept when the journal was locked could not be written again since it was opened; null when nothing waits. */
export const keptProblem = createStore<ErrorCode | null>(null);

let waiting: readonly UnsavedCall[] = [];
let running: Promise<void> | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

const sendAgain = async ({ method, input }: UnsavedCall): Promise<Result<unknown>> => {
  const typed: unknown = JSON.parse(input);
  if (method !== 'entries.save') return command(method, typed as Input<typeof method>);
  const draft = typed as EntryDraft;
  // The first try may have been stored and only its answer lost.
  const stored = await storeEntry(draft, [draft]);
  if (stored.ok) refresh(['entries', 'labels', 'trends']);
  return stored;
};

const sendAll = async (): Promise<void> => {
  clearTimeout(timer);
  const still: UnsavedCall[] = [];
  let problem: ErrorCode | null = null;
  for (const one of waiting) {
    const result = await sendAgain(one);
    if (result.ok) continue;
    still.push(one);
    problem = result.error.code;
  }
  const written = still.length < waiting.length;
  waiting = still;
  keptProblem.write(problem);
  if (written) await call('unsaved.keep', { calls: still });
  if (still.length > 0) timer = setTimeout(() => void writeKept(), RETRY_MS);
  else if (written) showToast({ text: i18n.t('unsaved.written') });
};

/** Writes what was kept when the journal was locked; what cannot be written yet is tried again every while. */
export const writeKept = (): Promise<void> => {
  running ??= sendAll().finally(() => {
    running = null;
  });
  return running;
};

const takeUp = async (): Promise<boolean> => {
  const kept = await call('unsaved.list', {});
  if (!kept.ok) return false;
  waiting = kept.value;
  if (waiting.length > 0) await writeKept();
  return true;
};

let takenUp: Promise<boolean> | null = null;

/** Once the journal is open: takes up what was kept when it was locked. Later calls change nothing. */
export const resumeKept = async (): Promise<void> => {
  takenUp ??= takeUp();
  // Not open yet.
  if (!(await takenUp)) takenUp = null;
};

registerUnsavedWork(async () => {
  await resumeKept();
  if (waiting.length > 0) await writeKept();
  return waiting;
});
