import { useEffect, useState } from 'react';
import type { EventPayload } from '#core/contract';
import type { Result, WireError } from '#core/result';
import { call, on } from './client';
import { createStore, type Store, useStore } from './store';

export type JobProgress = Omit<EventPayload<'job.progress'>, 'job'>;

type JobState = {
  readonly progress: JobProgress | null;
  readonly isRunning: boolean;
  readonly isCancelling: boolean;
  readonly error: WireError | null;
};

const idle: JobState = { progress: null, isRunning: false, isCancelling: false, error: null };

export type Job = {
  readonly state: Store<JobState>;
  /** Runs the work under a new job id; null when it failed or was stopped, or another is still running. */
  readonly run: <T>(work: (job: string) => Promise<Result<T>>) => Promise<T | null>;
  readonly cancel: () => void;
  /** Forgets what went wrong: something was changed about it. */
  readonly reset: () => void;
};

/** One long piece of work at a time: how far it is, what went wrong, and a way to stop it. */
export const createJob = (): Job => {
  const state = createStore(idle);
  let running: string | null = null;
  const change = (part: Partial<JobState>): void => state.write({ ...state.read(), ...part });

  const run: Job['run'] = async (work) => {
    if (running !== null) return null;
    const id = crypto.randomUUID();
    running = id;
    const stop = on('job.progress', ({ job, ...progress }) => {
      if (job === id) change({ progress });
    });
    state.write({ ...idle, isRunning: true });
    const result = await work(id);
    stop();
    running = null;
    state.write({ ...idle, error: result.ok ? null : result.error });
    return result.ok ? result.value : null;
  };

  const cancel = (): void => {
    if (running === null) return;
    change({ isCancelling: true });
    void call('jobs.cancel', { job: running });
  };

  return { state, run, cancel, reset: () => change({ error: null }) };
};

/** A job of this view alone; it is stopped when the view is left, for nobody is left to hear how it ends. */
export const useJob = () => {
  const [job] = useState(createJob);
  useEffect(() => job.cancel, [job]);
  return { ...job, ...useStore(job.state) };
};
