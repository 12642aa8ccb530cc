import type { ContentOf } from '#core/draft';
import type { Run } from '#core/run';
import { call } from '#lib/client';
import { newRecordId } from '#lib/record-id';
import { withTypedOver } from '#lib/run-words';
import { tellFailure } from '#lib/tell-failure';
import { readToday } from '#lib/today';
import type { DraftOf } from '#lib/waiting-drafts';
import type { CleanTimeView } from './clean-time-dialog';
import { dayAndTimeOf } from './run-moment';

type Open = (view: CleanTimeView) => void;

const withStored = async (
  { content: { record } }: DraftOf<'run' | 'run-end'>,
  use: (stored: Run | null) => void,
): Promise<void> => {
  const runs = await call('runs.list', {});
  if (!runs.ok) return tellFailure(runs.error.code);
  use(runs.value.find(({ id }) => id === record) ?? null);
};

/** What was told of a run, on top of that run as it is now: words that came to it since stay. */
const onTopOf = (stored: Run, told: ContentOf<'run'>): ContentOf<'run'> =>
  stored.version === told.baseVersion ? told : { ...told, note: withTypedOver(stored, told.note).note };

/** Opens the form of a run that was being written down; one that is gone becomes another. */
export const openRunAgain = (left: DraftOf<'run'>, open: Open): Promise<void> =>
  withStored(left, (run) => {
    const { content } = left;
    if (run !== null) return open({ type: 'edit', run, resumed: { ...left, content: onTopOf(run, content) } });
    const isNew = content.baseVersion === null;
    const other = { ...content, record: isNew ? content.record : newRecordId(), baseVersion: null };
    open({ type: 'edit', run: null, resumed: { ...left, content: other } });
  });

/** The words about an end whose run is over or gone by now, as words about a run. */
const asRun = ({ content }: DraftOf<'run-end'>, run: Run | null): ContentOf<'run'> => {
  const { ended, cause, note } = content;
  if (run?.ended == null) {
    const began = { day: readToday(), minutes: null };
    return { form: 'run', record: newRecordId(), baseVersion: null, began, ended, cause, note };
  }
  return {
    form: 'run',
    record: run.id,
    baseVersion: run.version,
    began: dayAndTimeOf(run.began),
    ended: dayAndTimeOf(run.ended),
    cause: run.endCause ?? cause,
    note: withTypedOver(run, note).note,
  };
};

/** Opens the form of an end that was being written down; where the run does not go on any more, its words with the run. */
export const openEndAgain = (left: DraftOf<'run-end'>, open: Open): Promise<void> =>
  withStored(left, (run) => {
    const { next: then } = left.content;
    if (run !== null && run.ended === null) open({ type: 'end', run, resumed: left, ...(then !== null && { then }) });
    else open({ type: 'edit', run, resumed: { ...left, content: asRun(left, run) } });
  });
