import { useTranslation } from 'react-i18next';
import type { JobProgress as JobProgressState } from '#lib/job';
import { Progress } from './progress';

type Props = {
  readonly job: {
    readonly progress: JobProgressState | null;
    readonly isCancelling: boolean;
    /** Left out where the way to stop it stands elsewhere. */
    readonly cancel?: () => void;
  };
};

/** How far a long job is, with its phase in words and a way to stop it. */
export const JobProgress = ({ job }: Props) => {
  const { t } = useTranslation();
  const { phase = 'preparing', done = 0, total = 0 } = job.progress ?? {};
  return (
    <Progress
      label={t(`job.${phase}`)}
      done={done}
      total={total}
      onCancel={job.cancel}
      isCancelling={job.isCancelling}
    />
  );
};
