import { useTranslation } from 'react-i18next';
import type { CleanTime } from '#core/clean-time';
import type { Run } from '#core/run';
import { Dialog } from '#ui/dialog';
import { CleanTimeOverview } from './clean-time-overview';
import { EndRunForm } from './end-run-form';
import { RunForm } from './run-form';

/** What the dialog shows: everything, one run to be written down or changed (null: a new one), or the end of one. */
export type CleanTimeView =
  | { readonly type: 'overview' }
  | { readonly type: 'edit'; readonly run: Run | null }
  | { readonly type: 'end'; readonly run: Run };

type Props = {
  /** What the person calls it. */
  readonly label: string;
  readonly cleanTime: CleanTime | undefined;
  readonly view: CleanTimeView;
  readonly onView: (view: CleanTimeView) => void;
  readonly onClose: () => void;
};

/** Runs and milestones, and whatever is to be done about them, one thing at a time. */
export const CleanTimeDialog = ({ label, cleanTime, view, onView, onClose }: Props) => {
  const { t } = useTranslation();
  const toOverview = (): void => onView({ type: 'overview' });
  switch (view.type) {
    case 'overview':
      return (
        <Dialog title={label} isOpen onClose={onClose} width="wide">
          <CleanTimeOverview cleanTime={cleanTime} onView={onView} />
        </Dialog>
      );
    case 'edit':
      return (
        <Dialog title={t(view.run === null ? 'today.run.newTitle' : 'today.run.editTitle')} isOpen onClose={onClose}>
          <RunForm run={view.run} onDone={view.run === null ? onClose : toOverview} onCancel={toOverview} />
        </Dialog>
      );
    case 'end':
      return (
        <Dialog title={t('today.end.title')} isOpen onClose={onClose}>
          <EndRunForm run={view.run} onDone={onClose} onCancel={toOverview} />
        </Dialog>
      );
  }
};
