import { useEffect } from 'react';
import type { EntriesBeside } from '#core/entry';
import { wallTime } from '#core/local-date';
import type { RecordId } from '#core/record';
import { call } from '#lib/client';
import { isDialogOpen, useShortcuts } from '#lib/keyboard';
import { useCallQuery } from '#lib/query-client';
import { useStore } from '#lib/store';
import { tellFailure } from '#lib/tell-failure';
import { allOf, useHits } from './entry-lists';
import type { EntrySession, OpenedEntry } from './entry-session';
import type { ListedEntry } from './listed-entry';

export type Direction = 'earlier' | 'later';

/** The entries next to one among those that were found, which are in order, latest first; one that is not among them stands where its moment says. */
export const besideFound = (
  found: readonly Pick<ListedEntry, 'id' | 'at' | 'zone'>[],
  { id, at, zone }: Pick<OpenedEntry, 'id' | 'at' | 'zone'>,
): EntriesBeside => {
  const own = found.findIndex((entry) => entry.id === id);
  const wall = wallTime(at, zone);
  const below = found.findIndex((entry) => wallTime(entry.at, entry.zone) < wall);
  const first = own >= 0 ? own : below < 0 ? found.length : below;
  return {
    later: found[first - 1]?.id ?? null,
    earlier: found[own >= 0 ? own + 1 : first]?.id ?? null,
  };
};

/** Where one can go from an entry: through all of them, or through those that were found. Undefined until it is known. */
const useBeside = (session: EntrySession, search: string): EntriesBeside | undefined => {
  const entry = useStore(session.entry);
  const { id, at, zone } = entry;
  const isFinding = search !== '';
  const { data: stored, isFetching } = useCallQuery('entries.beside', { id, at, zone }, { enabled: !isFinding });
  const { data: found, hasNextPage, isFetchingNextPage, fetchNextPage } = useHits(search, isFinding);
  const among = found === undefined ? undefined : besideFound(allOf(found.pages), entry);
  const isAtEnd = among?.earlier === null && hasNextPage && !isFetchingNextPage;
  useEffect(() => {
    if (isAtEnd) void fetchNextPage();
  }, [isAtEnd, fetchNextPage]);
  // What was known before others were written may not be so any more.
  if (!isFinding) return isFetching ? undefined : stored;
  return among;
};

/** Whoever is quick with the keys steps on before it is known where to. */
const askBeside = async ({ entry }: EntrySession): Promise<EntriesBeside | null> => {
  const { id, at, zone } = entry.read();
  const answer = await call('entries.beside', { id, at, zone });
  if (answer.ok) return answer.value;
  tellFailure(answer.error.code);
  return null;
};

/** The way to the entries before and after one, by button and by Alt Up and Alt Down. */
export type Steps = {
  /** Whether there is one, as far as is known. */
  readonly has: (direction: Direction) => boolean;
  readonly go: (direction: Direction) => void;
};

type Options = {
  /** What was searched for; blank for the whole journal. */
  readonly search: string;
  readonly onStep: (id: RecordId, by: Direction | 'keys') => void;
};

/** Finds the entries next to an open one on the wall clock and leads to them. */
export const useSteps = (session: EntrySession, { search, onStep }: Options): Steps => {
  const text = search.trim();
  const beside = useBeside(session, text);
  const step = async (direction: Direction, by: Direction | 'keys'): Promise<void> => {
    const known = beside ?? (text === '' ? await askBeside(session) : null);
    const id = known?.[direction] ?? null;
    if (id !== null) onStep(id, by);
  };
  const byKeys = (direction: Direction) => (): void => {
    if (!isDialogOpen()) void step(direction, 'keys');
  };
  useShortcuts({ 'Alt+ArrowUp': byKeys('later'), 'Alt+ArrowDown': byKeys('earlier') });
  return {
    has: (direction) => beside === undefined || beside[direction] !== null,
    go: (direction) => void step(direction, direction),
  };
};
