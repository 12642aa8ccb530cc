import { type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CleanTime } from '#core/clean-time';
import type { Run, RunDraft } from '#core/run';
import { useOneAtATime } from '#lib/one-at-a-time';
import type { DraftOf } from '#lib/waiting-drafts';
import { Button } from '#ui/button';
import { FormDialog } from '#ui/form-dialog';
import { CleanTimeOverview } from './clean-time-overview';
import { EndRunForm } from './end-run-form';
import type { NextRun } from './run-days';
import { RunForm } from './run-form';

/**
 * What the dialog shows: everything, one run to be written down or changed (null: a new one; `told`: as it was told
 * before), or the end of one (`then`: what goes on in its place). `resumed`: what was being told when the form went away.
 */
export type CleanTimeView =
  | { readonly type: 'overview' }
  | { readonly type: 'edit'; readonly run: Run | null; readonly told?: RunDraft; readonly resumed?: DraftOf<'run'> }
  | { readonly type: 'end'; readonly run: Run; readonly then?: NextRun; readonly resumed?: DraftOf<'run-end'> };

type Props = {
  /** What the person calls it. */
  readonly label: string;
  readonly cleanTime: CleanTime | undefined;
  readonly view: CleanTimeView;
  readonly onView: (view: CleanTimeView) => void;
  readonly onClose: () => void;
};

type Shown = { readonly title: string; readonly content: ReactNode; readonly save: string | null };

/** Runs and milestones, and whatever is to be done about them, one thing at a time. */
export const CleanTimeDialog = ({ label, cleanTime, view, onView, onClose }: Props) => {
  const { t } = useTranslation();
  const id = useId();
  /** The form in which something was typed. */
  const [typedIn, setTypedIn] = useState<CleanTimeView | null>(null);
  const saving = useOneAtATime();
  const leadsBack = useRef(false);
  const giveUp = useRef<() => void>(() => undefined);
  const toOverview = (): void => onView({ type: 'overview' });
  const close = (): void => {
    if (view.type === 'edit') giveUp.current();
    onClose();
  };
  const cancel = (): void => {
    if (view.type === 'edit') giveUp.current();
    // What was told of the run that was to go on is not lost by thinking again.
    if (view.type === 'end' && view.then !== undefined) {
      leadsBack.current = true;
      onView({ type: 'edit', run: view.then.was, told: view.then.draft });
    } else if (cleanTime === undefined || cleanTime.daysSinceFirst === 0) onClose();
    else toOverview();
  };
  const show = (): Shown => {
    switch (view.type) {
      case 'overview':
        return { title: label, content: <CleanTimeOverview cleanTime={cleanTime} onView={onView} />, save: null };
      case 'edit': {
        const isNew = view.run === null;
        return {
          title: t(isNew ? 'today.run.newTitle' : 'today.run.editTitle'),
          content: (
            <RunForm
              {...{ id, saving, giveUp }}
              run={view.run}
              told={view.told ?? null}
              resumed={view.resumed ?? null}
              onDone={isNew ? onClose : toOverview}
              onTyped={() => setTypedIn(view)}
              onEndOther={(run, then) => {
                leadsBack.current = false;
                onView({ type: 'end', run, then });
              }}
            />
          ),
          save: t('ui.save'),
        };
      }
      case 'end':
        return {
          title: t('today.end.title'),
          content: (
            <EndRunForm
              {...{ id, saving, leadsBack }}
              run={view.run}
              then={view.then ?? null}
              resumed={view.resumed ?? null}
              onDone={onClose}
            />
          ),
          save: t('today.end.save'),
        };
    }
  };
  const { title, content, save } = show();
  // What was typed about an end is kept with the run, whichever way it is left.
  const keepsWords = view.type === 'end';
  const footer = (leave: (way: () => void) => void): ReactNode => (
    <>
      <Button variant="ghost" onPress={() => (keepsWords ? cancel() : leave(cancel))}>
        {t('ui.cancel')}
      </Button>
      <Button type="submit" form={id} isPending={saving.isRunning}>
        {save}
      </Button>
    </>
  );
  return (
    <FormDialog
      title={title}
      isOpen
      isChanged={() => typedIn === view || (view.type === 'edit' && (view.told ?? view.resumed) !== undefined)}
      onClose={close}
      width={view.type === 'overview' ? 'wide' : 'narrow'}
      footer={save === null ? undefined : footer}
    >
      {content}
    </FormDialog>
  );
};
