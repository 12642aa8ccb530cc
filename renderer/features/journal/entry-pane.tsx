import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Entry } from '#core/entry';
import { type RecordId, recordId } from '#core/record';
import { type CallError, callOrThrow } from '#lib/client';
import { resumeKept } from '#lib/kept-work';
import { useCallQuery } from '#lib/query-client';
import { useStore } from '#lib/store';
import { Button } from '#ui/button';
import { EmptyState } from '#ui/empty-state';
import { ErrorState } from '#ui/error-state';
import { Skeleton } from '#ui/skeleton';
import { BackButton } from './back-button';
import { BinnedEntry } from './binned-entry';
import { EmptyJournal } from './empty-journal';
import css from './entry.module.css';
import { EntryEditor, type Focused } from './entry-editor';
import { closedAsGone, findSession, openingKey, sessionFor } from './sessions';
import { useNotAlone } from './use-alone';

type Ways = {
  /** What is searched for; blank for nothing. */
  readonly search: string;
  readonly onNew: () => void;
  readonly onLeave: () => void;
  /** The entry is not there any more. */
  readonly onClosed: () => void;
  readonly onShow: (id: string) => void;
  /** Goes to an entry next to the open one. */
  readonly onStep: (id: RecordId, focus: Focused | null) => void;
};

const NothingOpen = ({ onNew }: Pick<Ways, 'onNew'>) => {
  const { t } = useTranslation();
  const { data: count } = useCallQuery('entries.count', {});
  if (count === undefined) return null;
  if (count.kept === 0) return <EmptyJournal deleted={count.bin} onNew={onNew} />;
  return (
    <EmptyState
      action={
        <Button variant="soft" onPress={onNew}>
          {t('journal.write')}
        </Button>
      }
    >
      {t('journal.choose')}
    </EmptyState>
  );
};

const NotThere = ({ onClosed }: Pick<Ways, 'onClosed'>) => {
  const { t } = useTranslation();
  return (
    <EmptyState
      action={
        <Button variant="soft" onPress={onClosed}>
          {t('journal.backToList')}
        </Button>
      }
    >
      {t('journal.notThere')}
    </EmptyState>
  );
};

/**
 * The entry as it is stored now. Asked for whenever it is opened and let go of afterwards: what is edited must be the
 * newest version, and must not be exchanged under the person's hands.
 */
const useStoredEntry = (id: RecordId) =>
  useQuery<Entry, CallError>({
    queryKey: openingKey(id),
    // Words that waited while the journal was locked come first: the page may be the very one they belong to.
    queryFn: () => resumeKept().then(() => callOrThrow('entries.get', { id })),
    enabled: findSession(id) === undefined,
    gcTime: 0,
  });

const OpenEntry = ({ id, focus, ...ways }: Ways & { readonly id: RecordId; readonly focus: Focused | null }) => {
  useStore(closedAsGone);
  const { data, isError, error, refetch } = useStoredEntry(id);
  const session = findSession(id) ?? (data?.deletedAt === null ? sessionFor(data) : undefined);
  useNotAlone(session === undefined && (data !== undefined || isError));
  if (session !== undefined) return <EntryEditor key={session.key} session={session} focus={focus} {...ways} />;
  if (data !== undefined) return <BinnedEntry entry={data} onRestored={() => void refetch()} onLeave={ways.onLeave} />;
  if (isError && error.code === 'NOT_FOUND') return <NotThere onClosed={ways.onClosed} />;
  return (
    <div className={css.column}>
      <BackButton onPress={ways.onLeave} />
      {isError ? <ErrorState code={error.code} onRetry={() => void refetch()} /> : <Skeleton lines={8} />}
    </div>
  );
};

type Props = Ways & { readonly id: string | null; readonly focus: Focused | null };

/** The right pane: an entry to write in, or a word about choosing one. */
export const EntryPane = ({ id, ...rest }: Props) => {
  const { t } = useTranslation();
  const known = recordId.safeParse(id);
  useNotAlone(!known.success);
  return (
    <section className={css.pane} aria-label={t('journal.entryPane')}>
      {id === null && <NothingOpen onNew={rest.onNew} />}
      {id !== null && !known.success && <NotThere onClosed={rest.onClosed} />}
      {known.success && <OpenEntry id={known.data} {...rest} />}
    </section>
  );
};
