import type { EventName, EventPayload, Input, Method, Output } from '#core/contract';
import type { Draft } from '#core/draft';
import { failed, ok, type Result, type WireError } from '#core/result';
import { type About, type DeviceSettings, defaultDeviceSettings } from '#core/settings';

type Answer<M extends Method> = (input: Input<M>) => Result<Output<M>> | Promise<Result<Output<M>>>;
type Answers = { [M in Method]?: Answer<M> };
type Call = { readonly method: Method; readonly input: unknown };

/** An answer that never changes. */
export const always =
  <T>(value: T) =>
  (): Result<T> =>
    ok(value);

/** An answer that always fails with this code. */
export const failing =
  (code: WireError['code'], details: Omit<WireError, 'code'> = {}) =>
  (): Result<never> =>
    failed({ code, ...details });

/** What About says on a computer whose region is Great Britain. */
export const aboutInBritain: About = {
  version: '0.1.0',
  electron: '45.4.1',
  chromium: '146.0.0.0',
  node: '24.0.0',
  journalFolder: '/home/sam/ebb/journal',
  sandboxed: true,
  region: 'GB',
  country: 'GB',
};

const usual: Answers = {
  'device.get': always(defaultDeviceSettings),
  'device.save': (change) => ok({ ...defaultDeviceSettings, ...(change as Partial<DeviceSettings>) }),
  'vault.earlierCopies': always(null),
  'shell.about': always(aboutInBritain),
  'shell.lock': always(null),
  'shell.copy': always(null),
  'shell.print': always(true),
};

/** Forms that are kept, as the worker keeps them. */
const keptDrafts = (): Answers => {
  const drafts = new Map<string, Draft>();
  return {
    'drafts.list': () => ok([...drafts.values()].reverse()),
    'drafts.keep': ({ id, content }) => {
      drafts.set(id, { id, at: Date.now(), content } as Draft);
      return ok(null);
    },
    'drafts.drop': ({ id }) => {
      drafts.delete(id);
      return ok(null);
    },
  };
};

/**
 * Stands in for the worker and the shell behind `window.ebb`: answers what it was told to, remembers what was asked,
 * and sends events. A call without an answer fails the test by its INTERNAL error being shown.
 */
export const fakeClient = (answers: Answers = {}) => {
  const all: Answers = { ...usual, ...keptDrafts(), ...answers };
  const calls: Call[] = [];
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const bridge = {
    call: async (method: string, input: unknown): Promise<Result<unknown>> => {
      calls.push({ method: method as Method, input });
      const answer = all[method as Method] as Answer<Method> | undefined;
      return answer === undefined ? failed({ code: 'INTERNAL' }) : answer(input as never);
    },
    on: (event: string, listener: (payload: unknown) => void): (() => void) => {
      const known = listeners.get(event) ?? new Set();
      listeners.set(event, known.add(listener));
      return () => void known.delete(listener);
    },
  };
  Object.defineProperty(window, 'ebb', { value: bridge, configurable: true });
  return {
    /** Every call so far, oldest first. */
    calls,
    /** The inputs of every call of one method. */
    inputsOf: <M extends Method>(method: M): Input<M>[] =>
      calls.filter((call) => call.method === method).map((call) => call.input as Input<M>),
    /** Changes what a method answers from now on. */
    answer: <M extends Method>(method: M, answer: Answer<M>): void => {
      Object.assign(all, { [method]: answer });
    },
    /** Keeps a method's answers back from now on, until the returned function is called. */
    hold: <M extends Method>(method: M): (() => void) => {
      const answer = all[method] as Answer<M> | undefined;
      let letGo = (): void => undefined;
      const gate = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      const later = async (input: Input<M>) => {
        await gate;
        return answer === undefined ? failed({ code: 'INTERNAL' }) : answer(input);
      };
      Object.assign(all, { [method]: later });
      return letGo;
    },
    /** Has the next call of a method whose input is so fail with this code. */
    failOnce: <M extends Method>(method: M, when: (input: Input<M>) => boolean, code: WireError['code']): void => {
      const answer = all[method] as Answer<M> | undefined;
      const once = (input: Input<M>) => {
        if (!when(input) && answer !== undefined) return answer(input);
        Object.assign(all, { [method]: answer });
        return failed({ code });
      };
      Object.assign(all, { [method]: once });
    },
    emit: <E extends EventName>(event: E, payload: EventPayload<E>): void => {
      for (const listener of listeners.get(event) ?? []) listener(payload);
    },
  };
};
export type FakeClient = ReturnType<typeof fakeClient>;
