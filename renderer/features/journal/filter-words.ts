import { useTranslation } from 'react-i18next';
import type { Mood } from '#core/feeling';
import type { SearchFilter } from '#core/search-filter';
import { isolated } from '#lib/bidi';
import { useFeelingWord } from '#lib/feeling-words';
import { formatDayExactly, formatList } from '#lib/format';

type Period = Extract<SearchFilter, { kind: 'period' }>;

/** What a filter lets through, in a few words; of one that cannot be read, what it takes. */
export const useFilterWords = (): ((filter: SearchFilter) => string) => {
  const { t } = useTranslation();
  const feelingWord = useFeelingWord();
  const moodWord = (mood: number): string => t(`mood.${mood as Mood}`);
  const periodWords = ({ from, to }: Period): string => {
    if (from !== null && from === to) return t('journal.find.on', { day: formatDayExactly(from) });
    const parts = [
      from !== null && t('journal.find.from', { day: formatDayExactly(from) }),
      to !== null && t('journal.find.to', { day: formatDayExactly(to) }),
    ];
    return formatList(parts.filter((part) => part !== false));
  };
  return (filter) => {
    switch (filter.kind) {
      case 'tag':
        return t('journal.find.tag', { name: isolated(filter.name) });
      case 'feeling':
        return t('journal.find.feeling', { name: isolated(feelingWord(filter.name)) });
      case 'mood':
        return filter.from === filter.to
          ? t('journal.find.mood', { mood: moodWord(filter.from) })
          : t('journal.find.moods', { from: moodWord(filter.from), to: moodWord(filter.to) });
      case 'period':
        return periodWords(filter);
      case 'pinned':
        return t('journal.find.pinned');
      case 'pictures':
        return t('journal.find.pictures');
      case 'unread':
        return t(`journal.find.takes.${filter.key}`);
    }
  };
};
