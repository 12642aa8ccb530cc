import { useLocation, useParams } from 'wouter';
import { type RecordId, recordId } from '#core/record';
import { useIntent } from '#lib/intents';
import { EntryPane } from './entry-pane';
import css from './journal.module.css';
import { ListPane } from './list-pane';
import { beginEntry } from './new-entry';

/** The journal: the list of entries beside the one that is open. In a narrow window one at a time. */
export const JournalPage = () => {
  const [, navigate] = useLocation();
  const parsed = recordId.safeParse(useParams().id);
  const id = parsed.success ? parsed.data : null;
  const open = (next: RecordId | null): void => navigate(next === null ? '/journal' : `/journal/${next}`);
  const begin = (): void => open(beginEntry());
  useIntent('new-entry', begin);
  return (
    <div className={css.container}>
      <div className={css.panes} data-open={id !== null || undefined}>
        <ListPane selected={id} onSelect={open} onNew={begin} />
        <EntryPane id={id} onOpen={open} />
      </div>
    </div>
  );
};
