import { ArrowLeft, RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '#core/entry';
import type { RecordId } from '#core/record';
import { ok } from '#core/result';
import { command, useCallQuery, useCommand } from '#lib/query-client';
import { showToast } from '#lib/toasts';
import { Button } from '#ui/button';
import { EmptyState } from '#ui/empty-state';
import { ErrorState } from '#ui/error-state';
import { Notice } from '#ui/notice';
import { Skeleton } from '#ui/skeleton';
import css from './entry.module.css';
import { EntryEditor } from './entry-editor';
import { begunEntry, endBegun } from './new-entry';
import { StaticPage } from './static-page';

type Props = { readonly id: RecordId; readonly onOpen: (id: RecordId | null) => void };

const Binned = ({ entry }: { readonly entry: Entry }) => {
  const { t } = useTranslation();
  const restore = useCommand('entries.restore');
  return (
    <div className={css.entry}>
      <div className={css.column}>
        <Notice
          action={
            <Button variant="ghost" icon={RotateCcw} onPress={() => restore.mutate({ id: entry.id })}>
              {t('journal.restore')}
            </Button>
          }
        >
          {t('journal.inBin')}
        </Notice>
        <h2 className={css.binTitle}>{entry.title === '' ? t('journal.untitled') : entry.title}</h2>
        <StaticPage body={entry.body} />
      </div>
    </div>
  );
};

/** The right pane: the chosen entry, ready to be written in. */
const OpenEntry = ({ id, onOpen }: Props) => {
  const { t } = useTranslation();
  const begun = begunEntry(id);
  const query = useCallQuery('entries.get', { id }, { enabled: begun === undefined });
  const entry = begun ?? query.data;
  if (entry === undefined) {
    return query.isError ? (
      <ErrorState code={query.error.code} onRetry={() => void query.refetch()} />
    ) : (
      <Skeleton lines={8} />
    );
  }
  if (entry.deletedAt !== null) return <Binned entry={entry} />;
  // Outlives this view: the entry closes, and the way back stays on the screen.
  const toBin = async (): Promise<void> => {
    const wasStored = begunEntry(id) === undefined;
    endBegun(id);
    const result = wasStored ? await command('entries.delete', { id }) : ok(null);
    if (!result.ok) return showToast({ text: t(`errors.${result.error.code}.happened`) });
    onOpen(null);
    if (wasStored)
      showToast({ text: t('journal.deleted'), action: { label: t('ui.undo'), run: () => void takeBack() } });
  };
  const takeBack = async (): Promise<void> => {
    const result = await command('entries.restore', { id });
    if (result.ok) onOpen(id);
    else showToast({ text: t(`errors.${result.error.code}.happened`) });
  };
  return <EntryEditor key={id} entry={entry} onDelete={() => void toBin()} onOpen={onOpen} />;
};

/** The right pane: an entry, or a word about choosing one. */
export const EntryPane = ({ id, onOpen }: { readonly id: RecordId | null; readonly onOpen: Props['onOpen'] }) => {
  const { t } = useTranslation();
  return (
    <section className={css.pane} aria-label={t('journal.entryPane')}>
      {id !== null && (
        <div className={css.narrowBack}>
          <Button variant="quiet" icon={ArrowLeft} onPress={() => onOpen(null)}>
            {t('journal.backToList')}
          </Button>
        </div>
      )}
      {id === null ? <EmptyState>{t('journal.choose')}</EmptyState> : <OpenEntry key={id} id={id} onOpen={onOpen} />}
    </section>
  );
};
