import type { EventName, EventPayload, ParsedInput, WorkerMethod } from './contract';
import type { Result } from './result';

/** A call as the shell hands it to the worker: its input parsed, its tickets resolved to the files they stand for. */
export type WorkerRequest =
  | {
      readonly type: 'call';
      readonly id: number;
      readonly method: WorkerMethod;
      readonly input: ParsedInput<WorkerMethod>;
      readonly files: Readonly<Record<string, string>>;
    }
  | { readonly type: 'close' };

/** What the worker answers, or tells of its own accord. */
export type WorkerReply =
  | { readonly type: 'result'; readonly id: number; readonly result: Result<unknown> }
  | { readonly type: 'event'; readonly event: EventName; readonly payload: EventPayload<EventName> }
  /** What could not be written is kept like this from now on: sealed, by journal. Handed to the next worker. */
  | { readonly type: 'kept'; readonly kept: KeptWork }
  | { readonly type: 'closed' };

/** By vault id: what could not be written before the journal was locked, sealed under its key. Never on the disk. */
export type KeptWork = Readonly<Record<string, Uint8Array>>;

/** What the worker is started with. */
export type WorkerSetup = {
  /** The folder that holds the journals. */
  readonly home: string;
  /** The folder with the worker's own thread files. */
  readonly threads: string;
  /** The version of this program. */
  readonly app: string;
  /** Check every answer against the contract too: in tests and development. */
  readonly checkOutput: boolean;
  readonly kept: KeptWork;
};
