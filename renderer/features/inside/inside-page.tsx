import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'wouter';
import type { Inside } from '#core/inside';
import type { RecordId } from '#core/record';
import { type SnapshotName, snapshotName } from '#core/snapshot';
import { backupMomentInSentence } from '#lib/backup-moment';
import { formatNumber } from '#lib/format';
import { requestIntent } from '#lib/intents';
import { useLongWhile } from '#lib/long-while';
import { useCallQuery } from '#lib/query-client';
import { Button } from '#ui/button';
import { Disclosure } from '#ui/disclosure';
import { EmptyState } from '#ui/empty-state';
import { ErrorState } from '#ui/error-state';
import { JobProgress } from '#ui/job-progress';
import { PageTitle } from '#ui/page';
import { RecordCounts } from '#ui/record-counts';
import { SearchField } from '#ui/search-field';
import { Segmented } from '#ui/segmented';
import css from './inside.module.css';
import { InsideEntry } from './inside-entry';
import { InsideList } from './inside-list';
import type { Shelf } from './inside-lists';
import { useInside } from './use-inside';

/** Whether an element is laid out at all: in a narrow window only one pane is. */
const isShown = (element: HTMLElement | null): element is HTMLElement =>
  element !== null && element.getClientRects().length > 0;

const ToSettings = () => {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const press = (): void => {
    navigate('/settings');
    requestIntent('backups');
  };
  return (
    <Button variant="quiet" icon={ArrowLeft} onPress={press}>
      {t('inside.toSettings')}
    </Button>
  );
};

const Counts = ({ counts }: Pick<Inside, 'counts'>) => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  if (Object.values(counts).every((count) => count === 0)) return null;
  return (
    <Disclosure label={t('inside.counts')} isOpen={isOpen} onChange={setOpen}>
      <RecordCounts counts={counts} />
    </Disclosure>
  );
};

type ToolsProps = {
  readonly inside: Inside;
  readonly shelf: Shelf;
  readonly onShelf: (shelf: Shelf) => void;
};

const Tools = ({ inside: { bin }, shelf, onShelf }: ToolsProps) => {
  const { t } = useTranslation();
  return (
    <div className={css.tools}>
      <SearchField label={t('inside.search')} text={shelf.text} onChange={(text) => onShelf({ ...shelf, text })} />
      {bin > 0 && shelf.text === '' && (
        <Segmented
          label={t('inside.shelf')}
          options={[
            { id: 'kept', label: t('inside.kept') },
            { id: 'bin', label: t('inside.bin', { shown: formatNumber(bin, 0) }) },
          ]}
          value={shelf.bin ? 'bin' : 'kept'}
          onChange={(value) => onShelf({ ...shelf, bin: value === 'bin' })}
        />
      )}
    </div>
  );
};

/** The list and the entry that is chosen; in a narrow window one of them at a time. */
const Panes = ({ inside, onAgain }: { readonly inside: Inside; readonly onAgain: () => void }) => {
  const { t } = useTranslation();
  const { name } = inside;
  const [shelf, setShelf] = useState<Shelf>({ bin: false, text: '' });
  const [chosen, setChosen] = useState<RecordId | null>(null);
  // The new entries into which some of these were copied since the backup was opened.
  const [copies, setCopies] = useState<Readonly<Record<RecordId, RecordId | null>>>({});
  const list = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [wish, setWish] = useState<'entry' | 'list' | null>(null);
  // Asked after every drawing, until what is wished for has been laid out.
  useEffect(() => {
    const target = wish === 'list' ? list.current : heading.current;
    if (wish === null || !isShown(target)) return;
    // Beside the list, the list keeps the focus and the keys.
    if (wish === 'list' || !isShown(list.current)) target.focus();
    setWish(null);
  });
  const choose = (id: RecordId): void => {
    setChosen(id);
    setWish('entry');
  };
  const leave = (): void => {
    setChosen(null);
    setWish('list');
  };
  return (
    <div className={css.panes} data-open={chosen !== null || undefined}>
      <section ref={list} className={css.pane} aria-label={t('inside.listPane')} tabIndex={-1}>
        <Tools inside={inside} shelf={shelf} onShelf={setShelf} />
        <InsideList {...{ name, shelf, chosen, onAgain }} onChoose={choose} />
      </section>
      <section className={css.pane} aria-label={t('inside.entryPane')}>
        {chosen === null ? (
          inside.kept + inside.bin > 0 && <EmptyState>{t('inside.choose')}</EmptyState>
        ) : (
          <InsideEntry
            key={chosen}
            name={name}
            id={chosen}
            copy={copies[chosen] ?? null}
            onCopied={(copy) => setCopies((known) => ({ ...known, [chosen]: copy }))}
            heading={heading}
            onLeave={leave}
          />
        )}
      </section>
    </div>
  );
};

/** The backup by when it was made, told from the others. */
const useTitle = (name: SnapshotName): string => {
  const { t } = useTranslation();
  const { data } = useCallQuery('snapshots.list', {});
  const snapshots = data?.snapshots ?? [];
  const known = snapshots.find((snapshot) => snapshot.name === name);
  if (known === undefined) return t('inside.untold');
  return t('inside.title', { when: backupMomentInSentence(known, snapshots) });
};

const Opened = ({ name }: { readonly name: SnapshotName }) => {
  const { t } = useTranslation();
  const { inside, error, progress, isRunning, isCancelling, cancel, again } = useInside(name);
  const isLong = useLongWhile(isRunning);
  return (
    <div className={css.page}>
      <header className={css.head}>
        <ToSettings />
        <PageTitle>{useTitle(name)}</PageTitle>
        {error === null && (
          <div className={css.lead}>
            <p>{t('inside.lead')}</p>
            {inside !== null && <Counts counts={inside.counts} />}
          </div>
        )}
      </header>
      <div className={css.body}>
        {isLong && (
          <div className={css.message}>
            <JobProgress job={{ progress, isCancelling, cancel }} />
          </div>
        )}
        {error !== null && (
          <div className={css.message}>
            <ErrorState code={error.code} place="inside" onRetry={again} />
          </div>
        )}
        {inside !== null && <Panes inside={inside} onAgain={again} />}
      </div>
    </div>
  );
};

/** What is in a backup, to be read; entries of it can be copied back. */
export const InsidePage = () => {
  const { t } = useTranslation();
  const name = snapshotName.safeParse(useParams().name);
  if (name.success) return <Opened key={name.data} name={name.data} />;
  return <EmptyState action={<ToSettings />}>{t('errorsAt.inside.NOT_FOUND.happened')}</EmptyState>;
};
