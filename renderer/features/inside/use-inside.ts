import { useEffect, useState } from 'react';
import type { Inside } from '#core/inside';
import type { SnapshotName } from '#core/snapshot';
import { call } from '#lib/client';
import { createJob } from '#lib/job';
import { queryClient } from '#lib/query-client';
import { useStore } from '#lib/store';

/** Leaves nothing of the backup behind, neither in the worker nor in the window. */
const close = (): void => {
  void call('inside.close', {});
  queryClient.removeQueries({ queryKey: ['inside'] });
};

/** Opens a backup while the calling component is shown, and closes it afterwards. */
export const useInside = (name: SnapshotName) => {
  const [attempt, setAttempt] = useState({ job: createJob(), count: 0 });
  const [inside, setInside] = useState<Inside | null>(null);
  const { count } = attempt;
  useEffect(() => {
    const job = createJob();
    let isLeft = false;
    setAttempt({ job, count });
    setInside(null);
    void job
      .run((id) => call('inside.open', { job: id, name }))
      .then((opened) => {
        if (!isLeft) setInside(opened);
      });
    return () => {
      isLeft = true;
      job.cancel();
      close();
    };
  }, [name, count]);
  return {
    ...useStore(attempt.job.state),
    cancel: attempt.job.cancel,
    inside,
    again: () => setAttempt({ ...attempt, count: count + 1 }),
  };
};
