import { ListFilter } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Mood } from '#core/feeling';
import type { LocalDate } from '#core/local-date';
import type { SearchFilter } from '#core/search-filter';
import { parseSearch, withFilters } from '#core/search-query';
import { useFeelingWord } from '#lib/feeling-words';
import { useCallQuery } from '#lib/query-client';
import { Button } from '#ui/button';
import { Checkbox } from '#ui/checkbox';
import { ChipGroup } from '#ui/chip-group';
import { DayField } from '#ui/day-field';
import { IconButton } from '#ui/icon-button';
import { Popover } from '#ui/popover';
import { TagInput } from '#ui/tag-input';
import { TextLink } from '#ui/text-link';
import css from './finding.module.css';
import { KeptSearches } from './kept-searches';
import { SearchHelp } from './search-help';

type Props = { readonly text: string; readonly onText: (text: string) => void };
type Kind = SearchFilter['kind'];

const moods: readonly Mood[] = [1, 2, 3, 4, 5];
const every: readonly Kind[] = ['tag', 'feeling', 'mood', 'period', 'pinned', 'pictures', 'unread'];

type Chosen = {
  readonly tags: string[];
  readonly feelings: string[];
  readonly moods: number[];
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly kinds: ReadonlySet<Kind>;
};

const later = (one: LocalDate | null, other: LocalDate | null): LocalDate | null =>
  one === null || (other !== null && other > one) ? other : one;
const earlier = (one: LocalDate | null, other: LocalDate | null): LocalDate | null =>
  one === null || (other !== null && other < one) ? other : one;

/** What the filters of a search choose, taken together. */
const chosenIn = (filters: readonly SearchFilter[]): Chosen => {
  const periods = filters.filter((filter) => filter.kind === 'period');
  return {
    tags: filters.flatMap((filter) => (filter.kind === 'tag' ? [filter.name] : [])),
    feelings: filters.flatMap((filter) => (filter.kind === 'feeling' ? [filter.name] : [])),
    moods: moods.filter((mood) =>
      filters.some((filter) => filter.kind === 'mood' && filter.from <= mood && mood <= filter.to),
    ),
    from: periods.map(({ from }) => from).reduce(later, null),
    to: periods.map(({ to }) => to).reduce(earlier, null),
    kinds: new Set(filters.map(({ kind }) => kind)),
  };
};

const asFilters = (chosen: readonly number[]): SearchFilter[] =>
  chosen.map((mood) => ({ kind: 'mood', from: mood, to: mood }));

const Fields = ({ text, onText }: Props) => {
  const { t } = useTranslation();
  const feelingWord = useFeelingWord();
  const { data: tags = [] } = useCallQuery('tags.list', {});
  const { data: feelings = [] } = useCallQuery('feelings.list', {});
  const chosen = chosenIn(parseSearch(text).filters);
  const put = (kind: Kind, filters: readonly SearchFilter[]): void => onText(withFilters(text, [kind], filters));
  const named = (kind: 'tag' | 'feeling', names: readonly string[]): void =>
    put(
      kind,
      names.map((name) => ({ kind, name })),
    );
  const period = (from: LocalDate | null, to: LocalDate | null): void =>
    put('period', from === null && to === null ? [] : [{ kind: 'period', from, to }]);
  const only = (kind: 'pinned' | 'pictures') => (isOn: boolean) => put(kind, isOn ? [{ kind }] : []);
  const known = new Set(feelings.map((name) => name.toLowerCase()));
  const offered = [...feelings, ...chosen.feelings.filter((name) => !known.has(name.toLowerCase()))];
  return (
    <section className={css.part} aria-label={t('journal.find.narrow')}>
      <ChipGroup
        label={t('mood.label')}
        options={moods.map((mood) => ({ id: String(mood), label: t(`mood.${mood}`) }))}
        selected={chosen.moods.map(String)}
        onChange={(next) => put('mood', asFilters(next.map(Number)))}
      />
      <div className={css.labelled}>
        <span>{t('journal.tags')}</span>
        <TagInput
          label={t('journal.tags')}
          placeholder={t('journal.addTag')}
          tags={chosen.tags}
          onChange={(names) => named('tag', names)}
          suggestions={tags.map(({ name }) => name)}
        />
        <TextLink href="/tags">{t('tags.title')}</TextLink>
      </div>
      {offered.length > 0 && (
        <ChipGroup
          label={t('feelingsField.label')}
          options={offered.map((name) => ({ id: name, label: feelingWord(name) }))}
          selected={offered.filter((name) => chosen.feelings.some((one) => one.toLowerCase() === name.toLowerCase()))}
          onChange={(names) => named('feeling', names)}
        />
      )}
      <div className={css.period}>
        <DayField label={t('journal.find.first')} value={chosen.from} onChange={(from) => period(from, chosen.to)} />
        <DayField label={t('journal.find.last')} value={chosen.to} onChange={(to) => period(chosen.from, to)} />
      </div>
      <Checkbox isSelected={chosen.kinds.has('pinned')} onChange={only('pinned')}>
        {t('journal.find.pinned')}
      </Checkbox>
      <Checkbox isSelected={chosen.kinds.has('pictures')} onChange={only('pictures')}>
        {t('journal.find.pictures')}
      </Checkbox>
      {chosen.kinds.size > 0 && (
        <Button variant="quiet" onPress={() => onText(withFilters(text, every, []))}>
          {t('journal.find.clear')}
        </Button>
      )}
    </section>
  );
};

/** The button behind which a search is narrowed, kept, and explained. Whatever is chosen there is typed into the search. */
export const FilterPanel = ({ text, onText }: Props) => {
  const { t } = useTranslation();
  const isNarrowed = parseSearch(text).filters.length > 0;
  return (
    <Popover
      label={t('journal.find.narrow')}
      trigger={<IconButton name={t('journal.find.narrow')} icon={ListFilter} pressed={isNarrowed} />}
    >
      {(close) => (
        <div className={css.panel}>
          <KeptSearches
            text={text}
            onRun={(search) => {
              onText(search);
              close();
            }}
          />
          <Fields text={text} onText={onText} />
          <SearchHelp
            onTry={(typed) => {
              onText(typed);
              close();
            }}
          />
        </div>
      )}
    </Popover>
  );
};
