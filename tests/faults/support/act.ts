import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import type { Input, WorkerMethod } from '#core/contract';
import type { Result } from '#core/result';

/** A call as the shell would hand it to the worker: tickets in its input are resolved by `files`. */
export type ActorCall = {
  readonly [M in WorkerMethod]: {
    readonly method: M;
    readonly input: Input<M>;
    readonly files?: Readonly<Record<string, string>>;
  };
}[WorkerMethod];

/** What the actor does besides: writes entries of five growing states each; fills the disk, makes room again; runs commands; lists what is in a folder. */
export type ActorStep =
  | ActorCall
  | { readonly write: { readonly entries: number; readonly words: number } }
  | { readonly fill: string }
  | { readonly free: string }
  | { readonly run: string }
  | { readonly list: string };

/** What the actor said before it ended. */
export type ActorLine =
  | { readonly method: WorkerMethod; readonly result: Result<unknown> }
  | { readonly listed: readonly string[] }
  | { readonly saved: string; readonly length: number }
  | { readonly error: unknown };

/** Whether a call was answered, and well. */
export const isDone = (lines: readonly ActorLine[], method: WorkerMethod): boolean =>
  lines.some((line) => 'method' in line && line.method === method && line.result.ok);

type Options = {
  readonly home: string;
  readonly calls: readonly ActorStep[];
  /** Goes on saving entries until it is killed. */
  readonly endless?: boolean;
  /** Waits for this moment (epoch ms) before the first call. */
  readonly at?: number;
  /** Goes on after a call that failed. */
  readonly goOn?: boolean;
  /** Holds the journal until it is killed. */
  readonly stay?: boolean;
  /** Before which step it dies (1 is the first); never when not given. */
  readonly dieAtStep?: number;
  /** How many milliseconds after that step it dies; right before it when not given. */
  readonly lingerMs?: number;
  /** How many lines it says before that time begins, and `onReplies` is called: by default one for each call. */
  readonly repliesBefore?: number;
  readonly onReplies?: (kill: () => void) => void;
  /** After how many milliseconds from then it is killed in any case; never when not given. */
  readonly dieAfterMs?: number;
  /** Another program, with its arguments, that runs it: a tracer, for instance. */
  readonly under?: readonly string[];
};

const own = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/**
 * Runs the app's worker in a process of its own through some calls, and kills it with SIGKILL where told. Resolves with
 * what it acknowledged, how many steps there were, and its exit code, null where it was killed.
 */
export const act = async ({ dieAtStep = 0, lingerMs = 0, dieAfterMs, under = [], onReplies, ...told }: Options) => {
  const { repliesBefore = told.calls.length } = told;
  const folder = mkdtempSync(join(tmpdir(), 'ebb-steps-'));
  const steps = join(folder, 'steps');
  // Not as an argument, which may not be long.
  const order = join(folder, 'order.json');
  writeFileSync(order, JSON.stringify({ threads: inject('threads'), ...told }));
  const [program = '', ...words] = [
    ...under,
    process.execPath,
    ...['./slow-computer.mjs', './die-at.mjs'].flatMap((name) => ['--import', own(name)]),
    own('./actor.mjs'),
    order,
  ];
  const child = spawn(program, words, {
    env: { ...process.env, EBB_STEPS: steps, EBB_DIE_AT: String(dieAtStep), EBB_LINGER: String(lingerMs) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const kill = (): void => void child.kill('SIGKILL');
  const lines: ActorLine[] = [];
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      lines.push(JSON.parse(part) as ActorLine);
      if (lines.length !== repliesBefore) continue;
      onReplies?.(kill);
      if (dieAfterMs !== undefined) setTimeout(kill, dieAfterMs);
    }
  });
  const exit = await new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const counted = statSync(steps).size;
  rmSync(folder, { recursive: true, force: true });
  return { lines, steps: counted, exit };
};
