import { useEffect, useRef, useState } from 'react';
import type { EventPayload } from '#core/contract';
import type { Result, WireError } from '#core/result';
import { call, on } from './client';

export type JobProgress = Omit<EventPayload<'job.progress'>, 'job'>;

/** One long piece of work at a time: how far it is, what went wrong, and a way to stop it. */
export const useJob = () => {
  const running = useRef<string | null>(null);
  const [progress, setProgress] = useState<JobProgress | null>(null);
  const [isRunning, setRunning] = useState(false);
  const [isCancelling, setCancelling] = useState(false);
  const [error, setError] = useState<WireError | null>(null);
  useEffect(() => {
    const stop = on('job.progress', ({ job, ...next }) => {
      if (job === running.current) setProgress(next);
    });
    return () => {
      stop();
      // Nobody is left to hear how it ends.
      if (running.current !== null) void call('jobs.cancel', { job: running.current });
    };
  }, []);

  /** Runs the work under a new job id; null when it failed or was stopped, or another is still running. */
  const run = async <T>(work: (job: string) => Promise<Result<T>>): Promise<T | null> => {
    if (running.current !== null) return null;
    const job = crypto.randomUUID();
    running.current = job;
    setRunning(true);
    setProgress(null);
    setError(null);
    const result = await work(job);
    running.current = null;
    setRunning(false);
    setCancelling(false);
    if (result.ok) return result.value;
    setError(result.error);
    return null;
  };

  const cancel = (): void => {
    if (running.current === null) return;
    setCancelling(true);
    void call('jobs.cancel', { job: running.current });
  };

  /** Forgets what went wrong: something was changed about it. */
  const reset = (): void => setError(null);

  return { run, cancel, reset, progress, isRunning, isCancelling, error };
};
