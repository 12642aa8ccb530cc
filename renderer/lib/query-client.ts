import { QueryClient, type QueryKey, type UseMutationResult, useMutation, useQuery } from '@tanstack/react-query';
import { contract, type Input, type Method, type Output } from '#core/contract';
import type { Topic } from '#core/contract-call';
import type { Result } from '#core/result';
import { type CallError, call, callOrThrow } from './client';

/** Which part of the cache an answer belongs to. Commands name the parts they make stale in the contract. */
const topicOf = {
  'vault.status': 'status',
  'vault.security': 'security',
  'vault.earlierCopies': 'snapshots',
  'profile.get': 'profile',
  'entries.list': 'entries',
  'entries.count': 'entries',
  'entries.get': 'entries',
  'entries.search': 'entries',
  'entries.beside': 'entries',
  'entries.revisions': 'entries',
  'searches.list': 'searches',
  'calendar.days': 'entries',
  'calendar.onThisDay': 'entries',
  'prompts.askings': 'prompts',
  'pictures.list': 'pictures',
  'tags.list': 'labels',
  'tags.together': 'labels',
  'tags.lastChange': 'labels',
  'feelings.list': 'labels',
  'checkIns.list': 'check-ins',
  'trends.mood': 'trends',
  'goals.list': 'goals',
  'goals.marks': 'goals',
  'runs.list': 'runs',
  'runs.cleanTime': 'runs',
  'bin.list': 'bin',
  'drafts.list': 'drafts',
  'snapshots.list': 'snapshots',
  'drill.last': 'snapshots',
  'inside.list': 'inside',
  'inside.search': 'inside',
  'inside.get': 'inside',
  'merge.last': 'merge',
  'imports.last': 'imports',
  'recovery.secondFolder': 'status',
  'shell.about': 'device',
  'device.get': 'device',
  'unsaved.waiting': 'unsaved',
} as const satisfies Partial<Record<Method, Topic>>;

export type QueryMethod = keyof typeof topicOf;

/** The cache. Answers stay fresh until a command says otherwise: nothing but this window changes the journal. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** The cache key of one question; keys start with their topic. */
export const queryKeyOf = <M extends QueryMethod>(method: M, input: Input<M>): QueryKey => [
  topicOf[method],
  method,
  input,
];

const listeners = new Map<Topic, Set<() => void>>();

/** Hears whenever what is under a topic has become stale, for what is kept outside the cache, until the returned function is called. */
export const onRefresh = (topic: Topic, listener: () => void): (() => void) => {
  const known = listeners.get(topic) ?? new Set();
  listeners.set(topic, known.add(listener));
  return () => void known.delete(listener);
};

/** Makes everything under these topics stale; what is on screen is asked for again. */
export const refresh = (topics: readonly Topic[]): void => {
  for (const topic of topics) {
    void queryClient.invalidateQueries({ queryKey: [topic] });
    for (const listener of listeners.get(topic) ?? []) listener();
  }
};

/** Sends a command and, when it succeeds, refreshes what the contract says it made stale. */
export const command = async <M extends Method>(method: M, input: Input<M>): Promise<Result<Output<M>>> => {
  const result = await call(method, input);
  if (result.ok) refresh(contract[method].refreshes);
  return result;
};

type QueryChoices<T> = {
  readonly enabled?: boolean;
  /** Asks anew whenever it is shown: something outside, such as a stick, may not be as it was. */
  readonly alwaysAsks?: boolean;
  /** Asks again every so many milliseconds while it is shown, for the same reason; null does not. */
  readonly asksEvery?: number | null;
  /** `keepPreviousData` shows the last answer while the next one comes. */
  readonly placeholderData?: (previous: T | undefined) => T | undefined;
};

/** The answer to a question, kept fresh. */
export const useCallQuery = <M extends QueryMethod>(
  method: M,
  input: Input<M>,
  choices: QueryChoices<Output<M>> = {},
) =>
  useQuery<Output<M>, CallError>({
    queryKey: queryKeyOf(method, input),
    queryFn: () => callOrThrow(method, input),
    enabled: choices.enabled ?? true,
    refetchOnMount: choices.alwaysAsks === true ? 'always' : true,
    refetchInterval: choices.asksEvery ?? false,
    placeholderData: choices.placeholderData as undefined,
  });

/** A command to send from a handler: `mutate(input)`, `mutateAsync(input)`, `isPending`, `error` (a CallError). */
export const useCommand = <M extends Method>(method: M) =>
  useMutation<Output<M>, CallError, Input<M>>({
    mutationKey: [method],
    mutationFn: (input) => callOrThrow(method, input),
    onSuccess: () => refresh(contract[method].refreshes),
  });

/** Whether a command is under way. The cache knows at once; what is drawn says "pending" only after the next drawing. */
export const isUnderWay = (method: Method): boolean => queryClient.isMutating({ mutationKey: [method] }) > 0;

/** As useCommand, for what must not happen twice: while the command is under way, `mutate` does nothing. */
export const useSingleCommand = <M extends Method>(method: M): UseMutationResult<Output<M>, CallError, Input<M>> => {
  const sent = useCommand(method);
  const mutate: typeof sent.mutate = (...sending) => {
    if (!isUnderWay(method)) sent.mutate(...sending);
  };
  return { ...sent, mutate };
};
