import { contract, isMethod, type Method, type ParsedInput, type ShellMethod, type WorkerMethod } from '#core/contract';
import { failed, type Result } from '#core/result';
import { shellCalls } from '#core/shell-calls';
import { isPlainWithin } from './input-size';

/** Answers one call of the shell. */
export type ShellAnswer = <M extends ShellMethod>(method: M, input: ParsedInput<M>) => Promise<Result<unknown>>;

/** Passes one call on to the worker. */
export type WorkerAnswer = <M extends WorkerMethod>(method: M, input: ParsedInput<M>) => Promise<Result<unknown>>;

const isShellMethod = (method: Method): method is ShellMethod => Object.hasOwn(shellCalls, method);

const fieldsOf = (issues: readonly { readonly path: readonly PropertyKey[]; readonly code: string }[]) =>
  Object.fromEntries(issues.slice(0, 20).map(({ path, code }) => [path.map(String).join('.').slice(0, 200), code]));

/**
 * The gate between the window and everything else: an unknown call, an input that is too large, not plain data or not as
 * the contract says is answered with INVALID_INPUT (TOO_LARGE) here and goes no further.
 */
export const ipcRouter =
  (answers: { readonly shell: ShellAnswer; readonly worker: WorkerAnswer }) =>
  async (name: unknown, input: unknown): Promise<Result<unknown>> => {
    if (!isMethod(name)) return failed({ code: 'INVALID_INPUT' });
    const { input: schema, maxBytes } = contract[name];
    if (!isPlainWithin(input, maxBytes)) return failed({ code: 'TOO_LARGE' });
    const parsed = schema.safeParse(input);
    if (!parsed.success) return failed({ code: 'INVALID_INPUT', fields: fieldsOf(parsed.error.issues) });
    return isShellMethod(name)
      ? answers.shell(name, parsed.data as ParsedInput<typeof name>)
      : answers.worker(name, parsed.data as ParsedInput<typeof name>);
  };
