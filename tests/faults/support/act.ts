import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import type { Input, WorkerMethod } from '#core/contract';

/** A call as the shell would hand it to the worker: tickets in its input are resolved by `files`. */
export type ActorCall = {
  readonly [M in WorkerMethod]: {
    readonly method: M;
    readonly input: Input<M>;
    readonly files?: Readonly<Record<string, string>>;
  };
}[WorkerMethod];

/** What the actor said before it ended. */
export type ActorLine =
  | { readonly method: WorkerMethod; readonly result: { readonly ok: boolean } }
  | { readonly saved: string; readonly length: number }
  | { readonly error: unknown };

type Options = {
  readonly home: string;
  readonly calls: readonly ActorCall[];
  /** Goes on saving entries until it is killed. */
  readonly endless?: boolean;
  /** Before which step it dies (1 is the first); never when not given. */
  readonly dieAtStep?: number;
  /** After how many milliseconds from its last answer it is killed; never when not given. */
  readonly dieAfterMs?: number;
};

const own = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/**
 * Runs the app's worker in a process of its own through some calls, and kills it with SIGKILL where told. Resolves with
 * what it acknowledged and how many steps there were.
 */
export const act = async ({ home, calls, endless = false, dieAtStep = 0, dieAfterMs }: Options) => {
  const folder = mkdtempSync(join(tmpdir(), 'ebb-steps-'));
  const steps = join(folder, 'steps');
  const child = spawn(
    process.execPath,
    [
      '--import',
      own('./die-at.mjs'),
      own('./actor.mjs'),
      JSON.stringify({ threads: inject('threads'), home, calls, endless }),
    ],
    { env: { ...process.env, EBB_STEPS: steps, EBB_DIE_AT: String(dieAtStep) }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const lines: ActorLine[] = [];
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts.map((line) => JSON.parse(line) as ActorLine));
    if (lines.length === calls.length && dieAfterMs !== undefined) setTimeout(() => child.kill('SIGKILL'), dieAfterMs);
  });
  const exit = await new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const counted = statSync(steps).size;
  rmSync(folder, { recursive: true, force: true });
  return { lines, steps: counted, exit };
};
