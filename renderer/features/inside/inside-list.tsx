import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { useTranslation } from 'react-i18next';
import type { EntryHit } from '#core/entry';
import type { Mood } from '#core/feeling';
import type { RecordId } from '#core/record';
import type { SnapshotName } from '#core/snapshot';
import { firstWords } from '#lib/first-words';
import { formatDayShort } from '#lib/format';
import { beginNearHit } from '#lib/snippet';
import { useToday } from '#lib/today';
import { Button } from '#ui/button';
import { ErrorState } from '#ui/error-state';
import { HitParts } from '#ui/hit-parts';
import { MoodDot } from '#ui/mood-dot';
import { Skeleton } from '#ui/skeleton';
import { VisuallyHidden } from '#ui/visually-hidden';
import css from './inside.module.css';
import { type InsideItem, type Shelf, useInsideList } from './inside-lists';

const isHit = (item: InsideItem): item is InsideItem & EntryHit => 'snippet' in item;

/** Its title, or else its first words. */
const Name = ({ item }: { readonly item: InsideItem }) => {
  const { t } = useTranslation();
  if (item.title.trim() === '') return firstWords(item.excerpt).line || t('inside.wordless');
  return isHit(item) ? <HitParts parts={item.titleParts} /> : item.title;
};

const Words = ({ item }: { readonly item: InsideItem }) => {
  if (isHit(item) && item.snippet.some(({ hit }) => hit)) return <HitParts parts={beginNearHit(item.snippet)} />;
  return item.title.trim() === '' ? firstWords(item.excerpt).rest : item.excerpt;
};

/** One entry: title, day, mood, first words or the passage that was found, and how it stands in the journal of today. */
const Row = ({ item }: { readonly item: InsideItem }) => {
  const { t } = useTranslation();
  const today = useToday();
  const mood = item.mood as Mood | null;
  return (
    <>
      <span className={css.line}>
        <span className={css.name} dir="auto">
          <Name item={item} />
        </span>
        <time className={css.day} dateTime={item.day}>
          {formatDayShort(item.day, today)}
        </time>
        {mood !== null && (
          <span className={css.mood} title={t(`mood.${mood}`)}>
            <VisuallyHidden>{t(`mood.${mood}`)}</VisuallyHidden>
            <MoodDot mood={mood} />
          </span>
        )}
      </span>
      <span className={css.excerpt} dir="auto">
        <Words item={item} />
      </span>
      {item.now !== 'same' && <span className={css.mark}>{t(`inside.mark.${item.now}`)}</span>}
    </>
  );
};

type Props = {
  readonly name: SnapshotName;
  readonly shelf: Shelf;
  readonly chosen: RecordId | null;
  readonly onChoose: (id: RecordId) => void;
  /** The backup is not open any more. */
  readonly onAgain: () => void;
};

const Nothing = ({ text }: Pick<Shelf, 'text'>) => {
  const { t } = useTranslation();
  return <p className={css.nothing}>{text === '' ? t('inside.empty') : t('inside.nothingFound', { text })}</p>;
};

/** Entries of a backup, newest first, in stretches. */
export const InsideList = ({ name, shelf, chosen, onChoose, onAgain }: Props) => {
  const { t } = useTranslation();
  const { data, isPending, isError, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInsideList(
    name,
    shelf,
  );
  if (isPending) return <Skeleton lines={6} />;
  if (isError) return <ErrorState code={error.code} place="inside" onRetry={onAgain} />;
  const items = data.pages.flatMap((page): readonly InsideItem[] => page.items);
  if (items.length === 0) return <Nothing text={shelf.text} />;
  return (
    <>
      <ListBox
        className={css.list}
        aria-label={t(shelf.text === '' ? 'inside.listPane' : 'inside.found')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(keys) => {
          const item = items.find(({ id }) => keys !== 'all' && keys.has(id));
          if (item !== undefined) onChoose(item.id);
        }}
      >
        {items.map((item) => (
          <ListBoxItem key={item.id} id={item.id} textValue={item.title} className={css.row}>
            <Row item={item} />
          </ListBoxItem>
        ))}
      </ListBox>
      {hasNextPage && (
        <Button variant="ghost" isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
          {t('inside.further')}
        </Button>
      )}
    </>
  );
};
