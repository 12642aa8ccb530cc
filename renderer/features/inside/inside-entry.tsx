import { Archive, ArrowLeft, CopyPlus, RotateCcw } from 'lucide-react';
import { type Ref, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '#core/entry';
import type { Mood } from '#core/feeling';
import type { InsideEntry as InsideEntryData } from '#core/inside';
import type { RecordId } from '#core/record';
import type { SnapshotName } from '#core/snapshot';
import { formatMomentExactly, formatNumber } from '#lib/format';
import { useCallQuery } from '#lib/query-client';
import { Button } from '#ui/button';
import { Chip } from '#ui/chip';
import { ErrorState } from '#ui/error-state';
import { MoodDot } from '#ui/mood-dot';
import { Notice } from '#ui/notice';
import { ReadPage } from '#ui/read-page';
import { Skeleton } from '#ui/skeleton';
import { TextLink } from '#ui/text-link';
import { useCopyBack } from './copy-back';
import css from './inside.module.css';

type WaysProps = {
  readonly name: SnapshotName;
  readonly found: InsideEntryData;
  /** The new entry into which it was copied while one looked. */
  readonly copy: RecordId | null;
  readonly onCopied: (copy: RecordId | null) => void;
  /** The buttons go once the entry stands in the journal. */
  readonly onDone: () => void;
};

/** How it stands in the journal of today, and what can be done about it. */
const Standing = ({ name, found: { entry, now }, copy, onCopied, onDone }: WaysProps) => {
  const { t } = useTranslation();
  const copying = useCopyBack(name, { onDone, onNew: onCopied });
  const { id } = entry;
  const isThere = now === 'same' || now === 'changed';
  return (
    <Notice icon={Archive}>
      <p className={css.strong}>{t(`inside.now.${now}`)}</p>
      {now === 'changed' && <p>{t('inside.changedMore')}</p>}
      {copy !== null && <p>{t('inside.isCopied')}</p>}
      <div className={css.ways}>
        {now !== 'same' && (
          <Button icon={RotateCcw} isPending={copying.isRunning} onPress={() => copying.run({ id, asNew: false, now })}>
            {t(now === 'changed' ? 'inside.putText' : 'inside.copyBack')}
          </Button>
        )}
        {now === 'changed' && copy === null && (
          <Button
            variant="ghost"
            icon={CopyPlus}
            isPending={copying.isRunning}
            onPress={() => copying.run({ id, asNew: true, now })}
          >
            {t('inside.asNew')}
          </Button>
        )}
        {copy !== null && <TextLink href={`/journal/${copy}`}>{t('inside.showNew')}</TextLink>}
        {isThere && <TextLink href={`/journal/${id}`}>{t('inside.show')}</TextLink>}
      </div>
    </Notice>
  );
};

const Facts = ({ entry, attachments }: { readonly entry: Entry; readonly attachments: number }) => {
  const { t } = useTranslation();
  const mood = entry.mood as Mood | null;
  const labels = [...entry.feelings, ...entry.tags];
  return (
    <>
      <p className={css.moment}>
        {formatMomentExactly(entry)}
        {mood !== null && (
          <span className={css.moodWords}>
            <MoodDot mood={mood} />
            {t(`mood.${mood}`)}
          </span>
        )}
      </p>
      {labels.length > 0 && (
        <div className={css.tags}>
          {labels.map((label) => (
            <Chip key={label}>{label}</Chip>
          ))}
        </div>
      )}
      {attachments > 0 && (
        <p className={css.moment}>{t('inside.attachments', { count: attachments, n: formatNumber(attachments, 0) })}</p>
      )}
    </>
  );
};

type Props = Pick<WaysProps, 'name' | 'copy' | 'onCopied'> & {
  readonly id: RecordId;
  readonly heading: Ref<HTMLHeadingElement>;
  /** Back to the list, where only one of both is shown. */
  readonly onLeave: () => void;
};

/** An entry as it was when the backup was made: to be read, and to be copied back. */
export const InsideEntry = ({ name, id, copy, onCopied, heading, onLeave }: Props) => {
  const { t } = useTranslation();
  const article = useRef<HTMLElement>(null);
  const { data, isPending, isError, error, refetch } = useCallQuery('inside.get', { name, id });
  return (
    <article ref={article} className={css.entry} aria-label={t('inside.entry')} tabIndex={-1}>
      <div className={css.back}>
        <Button variant="quiet" icon={ArrowLeft} onPress={onLeave}>
          {t('inside.back')}
        </Button>
      </div>
      {isPending && <Skeleton lines={8} />}
      {isError && <ErrorState code={error.code} place="inside" onRetry={() => void refetch()} />}
      {data !== undefined && (
        <>
          <Standing {...{ name, copy, onCopied }} found={data} onDone={() => article.current?.focus()} />
          <h2 ref={heading} className={css.heading} dir="auto" tabIndex={-1}>
            {data.entry.title || t('inside.untitled')}
          </h2>
          <Facts entry={data.entry} attachments={data.attachments} />
          <ReadPage body={data.entry.body} />
        </>
      )}
    </article>
  );
};
