import { Pin } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryHit } from '#core/entry';
import type { Mood } from '#core/feeling';
import { isolated } from '#lib/bidi';
import { firstWords } from '#lib/first-words';
import { formatDayExactly, formatDayInMonth } from '#lib/format';
import { beginNearHit } from '#lib/snippet';
import { HitParts } from '#ui/hit-parts';
import { MoodDot } from '#ui/mood-dot';
import { VisuallyHidden } from '#ui/visually-hidden';
import css from './list.module.css';
import type { ListedEntry } from './listed-entry';

const isHit = (entry: ListedEntry): entry is EntryHit => 'snippet' in entry;

/** Its title, or else its first words. */
const Name = ({ entry }: { readonly entry: ListedEntry }) => {
  const { t } = useTranslation();
  if (entry.title.trim() === '') return firstWords(entry.excerpt).line || t('journal.wordless');
  return isHit(entry) ? <HitParts parts={entry.titleParts} /> : entry.title;
};

const Words = ({ entry }: { readonly entry: ListedEntry }) => {
  if (isHit(entry) && entry.snippet.some(({ hit }) => hit)) {
    return (
      <span className={css.passage} dir="auto">
        <HitParts parts={beginNearHit(entry.snippet)} />
      </span>
    );
  }
  const words = entry.title.trim() === '' ? firstWords(entry.excerpt).rest : entry.excerpt;
  return (
    <>
      <span className={css.excerpt} dir="auto">
        {words}
      </span>
      <span className={css.tags}>{entry.tags.map(isolated).join(' · ')}</span>
    </>
  );
};

type Props = {
  readonly id: string;
  readonly entry: ListedEntry;
  /** In rem from the top of the list. */
  readonly top: number;
  /** Its place in the list, from 1, and how long the list is. */
  readonly place: number;
  readonly total: number | null;
  readonly isOpen: boolean;
  readonly isActive: boolean;
};

const Row = ({ id, entry, top, place, total, isOpen, isActive }: Props) => {
  const { t } = useTranslation();
  const mood = entry.mood as Mood | null;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the listbox has the focus and the keys.
    <div
      id={id}
      className={css.row}
      style={{ top: `${top}rem` }}
      role="option"
      aria-selected={isOpen}
      aria-posinset={place}
      aria-setsize={total ?? -1}
      data-entry={entry.id}
      data-active={isActive || undefined}
    >
      <span className={css.line}>
        {entry.pinned && (
          <span className={css.pin} title={t('journal.pinned')}>
            <VisuallyHidden>{t('journal.pinned')}</VisuallyHidden>
            <Pin aria-hidden />
          </span>
        )}
        <span className={css.name} dir="auto">
          <Name entry={entry} />
        </span>
        <time className={css.day} dateTime={entry.day} title={formatDayExactly(entry.day)}>
          {formatDayInMonth(entry.day)}
        </time>
        {mood !== null && (
          <span className={css.mood} title={t(`mood.${mood}`)}>
            <VisuallyHidden>{t(`mood.${mood}`)}</VisuallyHidden>
            <MoodDot mood={mood} />
          </span>
        )}
      </span>
      <Words entry={entry} />
    </div>
  );
};

/** One entry in a list: title, day, mood, and its first words or the passage that was found. */
export const EntryRow = memo(Row);
