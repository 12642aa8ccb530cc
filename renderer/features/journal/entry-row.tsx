import { ListBoxItem } from 'react-aria-components/ListBox';
import { useTranslation } from 'react-i18next';
import type { EntryHit, EntrySummary, SnippetPart } from '#core/entry';
import type { Mood } from '#core/feeling';
import { formatDay } from '#lib/format';
import { MoodDot } from '#ui/mood-dot';
import { VisuallyHidden } from '#ui/visually-hidden';
import css from './list.module.css';

const Parts = ({ parts }: { readonly parts: readonly SnippetPart[] }) =>
  parts.map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other identity.
    part.hit ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
  );

const isHit = (entry: EntrySummary | EntryHit): entry is EntryHit => 'snippet' in entry;

/** One entry in a list: title, day, mood, the beginning of its words (or the passage that was found), tags. */
export const EntryRow = ({ entry }: { readonly entry: EntrySummary | EntryHit }) => {
  const { t } = useTranslation();
  const untitled = entry.title.trim() === '';
  const title = untitled ? t('journal.untitled') : entry.title;
  return (
    <ListBoxItem id={entry.id} textValue={title} className={css.row}>
      <span className={css.line}>
        <span className={css.name} data-untitled={untitled || undefined}>
          {isHit(entry) && !untitled ? <Parts parts={entry.titleParts} /> : title}
        </span>
        <span className={css.day}>
          {formatDay(entry.day)}
          {entry.mood !== null && (
            <>
              <VisuallyHidden>, {t(`mood.${entry.mood as Mood}`)}</VisuallyHidden>
              <MoodDot mood={entry.mood as Mood} size="small" />
            </>
          )}
        </span>
      </span>
      <span className={css.excerpt}>{isHit(entry) ? <Parts parts={entry.snippet} /> : entry.excerpt}</span>
      <span className={css.tags}>{entry.tags.join(' · ')}</span>
    </ListBoxItem>
  );
};
