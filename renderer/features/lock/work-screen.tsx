import type { ComponentProps } from 'react';
import { JobProgress } from '#ui/job-progress';
import { QuietScreen } from '#ui/quiet-screen';

type Props = ComponentProps<typeof JobProgress> & { readonly title: string; readonly lead: string };

/** What Ebb is doing, how far it is, and a way to stop it. */
export const WorkScreen = ({ title, lead, job }: Props) => (
  <QuietScreen title={title} lead={lead}>
    <JobProgress job={job} />
  </QuietScreen>
);
