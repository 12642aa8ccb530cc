import { useEffectEvent, useLayoutEffect, useRef } from 'react';
import { JobProgress } from '#ui/job-progress';
import type { BackupWork } from './backup-work';
import css from './backups.module.css';

type Props = {
  readonly work: BackupWork;
  /** Takes the focus when the bar goes with it. */
  readonly onLostFocus: () => void;
};

/** How far it is, and a way to stop it. */
export const BackupProgress = ({ work, onLostFocus }: Props) => {
  const box = useRef<HTMLDivElement>(null);
  const giveFocusBack = useEffectEvent(onLostFocus);
  useLayoutEffect(() => {
    const shown = box.current;
    return () => {
      if (shown?.contains(document.activeElement)) giveFocusBack();
    };
  }, []);
  return (
    <div ref={box} className={css.progress}>
      <JobProgress job={work} />
    </div>
  );
};
