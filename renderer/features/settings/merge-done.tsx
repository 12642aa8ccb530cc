import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConflictingEntry, DeletionAnswer, MergeReport } from '#core/merge';
import { entryName } from '#lib/entry-name';
import { formatDay, formatNumber } from '#lib/format';
import { createStore, useStore } from '#lib/store';
import { useToday } from '#lib/today';
import { Button } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { TextLink } from '#ui/text-link';
import css from './merge.module.css';
import { MergeOutcomes } from './merge-inside';

type Merged = { readonly report: MergeReport; readonly answer: DeletionAnswer };

/** What the last merge did, until the journal locks or it is undone: whoever follows one link comes back for the next. */
export const mergedLast = createStore<Merged | null>(null);

const Conflict = ({ entry: { id, day, title, excerpt } }: { readonly entry: ConflictingEntry }) => {
  const { t } = useTranslation();
  const today = useToday();
  return (
    <li>
      <TextLink href={`/journal/${id}`}>
        <bdi>{entryName(title, excerpt) || t('inside.untitled')}</bdi>
      </TextLink>{' '}
      <span className={css.why}>{formatDay(day, today)}</span>
    </li>
  );
};

/** The entries that both sides had changed, each with the way to it. */
const Conflicts = ({ report: { conflicts, counts } }: Pick<Merged, 'report'>) => {
  const { t } = useTranslation();
  const id = useId();
  const more = (counts.conflicting.entry ?? 0) - conflicts.length;
  if (conflicts.length === 0) return null;
  return (
    <div>
      <p className={css.what} id={id}>
        {t('settings.merge.conflicts')}
      </p>
      <ul aria-labelledby={id} className={css.conflicts}>
        {conflicts.map((entry) => (
          <Conflict key={entry.id} entry={entry} />
        ))}
        {more > 0 && <li>{t('settings.merge.furtherConflicts', { count: more, n: formatNumber(more, 0) })}</li>}
      </ul>
      <p className={css.why}>{t('settings.merge.conflictsMore')}</p>
    </div>
  );
};

type Props = { readonly onClose: () => void; readonly onUndo: () => void };

/** What the last merge did, and the way to undo it. */
export const MergeDone = ({ onClose, onUndo }: Props) => {
  const { t } = useTranslation();
  const merged = useStore(mergedLast);
  if (merged === null) return null;
  const { report, answer } = merged;
  const footer = (
    <>
      <Button variant="ghost" onPress={onUndo}>
        {t('settings.merge.undo')}
      </Button>
      <Button autoFocus onPress={onClose}>
        {t('ui.done')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('settings.merge.doneTitle')} isOpen onClose={onClose} footer={footer}>
      <p>{t('settings.merge.doneLead')}</p>
      <MergeOutcomes counts={report.counts} answered={answer} />
      <Conflicts report={report} />
      <p>{t('settings.merge.undoHint')}</p>
    </Dialog>
  );
};
