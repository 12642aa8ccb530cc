import { addDays, type LocalDate } from '#core/local-date';
import type { Run } from '#core/run';
import { momentOf, story } from './story';

/** A run to be: everything but its identity. */
export type RunPlan = Pick<Run, 'began' | 'ended' | 'endCause' | 'note'>;

/** The three runs of the year: two that ended with a slip, and the one that goes on. */
export const runsOfYear = (today: LocalDate, zone: string): RunPlan[] => {
  const at = (on: number, hours: number) => momentOf(addDays(today, on - story.today), hours * 60, zone);
  return [
    {
      began: at(story.firstRun, 9),
      ended: at(story.firstSlip, 21.5),
      endCause: 'slip',
      note: 'Two of them, and payday.',
    },
    { began: at(story.secondRun, 8), ended: at(story.secondSlip, 22.5), endCause: 'slip', note: '' },
    { began: at(story.thirdRun, 8), ended: null, endCause: null, note: '' },
  ];
};
