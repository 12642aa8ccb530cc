import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** What one call of a program to its system changed on the disk, or made durable; paths are absolute. */
export type DiskCall =
  | { readonly type: 'open'; readonly path: string; readonly create: boolean; readonly truncate: boolean }
  | { readonly type: 'write'; readonly path: string; readonly at: number; readonly bytes: Buffer }
  | {
      readonly type: 'copy';
      readonly path: string;
      readonly at: number;
      readonly source: string;
      readonly from: number;
      readonly length: number;
    }
  | { readonly type: 'truncate'; readonly path: string; readonly length: number }
  | { readonly type: 'sync'; readonly path: string }
  | { readonly type: 'mkdir'; readonly path: string }
  | { readonly type: 'remove'; readonly path: string }
  | { readonly type: 'rename'; readonly path: string; readonly to: string }
  | { readonly type: 'link'; readonly path: string; readonly to: string }
  /** What it said on its standard output: promised from here on. */
  | { readonly type: 'say'; readonly text: string };

/** Calls that change files. Some are never made as far as is known; a trace with one of those is not understood. */
const UNDERSTOOD =
  'open openat creat write pwrite64 ftruncate rename unlink unlinkat rmdir mkdir link fsync fdatasync copy_file_range';
const NOT_UNDERSTOOD =
  'writev pwritev pwritev2 truncate renameat renameat2 mkdirat linkat symlink fallocate sendfile splice sync_file_range';

export type TraceOptions = {
  /** On a drive that knows no links, as most sticks are: to make one fails there. */
  readonly linkless?: boolean;
};

/** The command that runs another one and notes every call of it that changes files, in the order in which they came back. */
export const tracing = (log: string, { linkless = false }: TraceOptions = {}): string[] => {
  const calls = `${UNDERSTOOD} ${NOT_UNDERSTOOD}`.split(' ').join(',');
  const options = ['--follow-forks', '--seccomp-bpf', '--successful-only', '-qq', '-y', '-xx', '-s', '16777216'];
  const refusing = linkless ? ['-e', 'inject=link,linkat:error=EPERM'] : [];
  return ['strace', ...options, '-e', 'signal=none', '-e', `trace=${calls}`, ...refusing, '-o', log];
};

const unhex = (text: string): Buffer => Buffer.from(text.replaceAll('\\x', ''), 'hex');
const asText = (text: string | undefined): string => unhex(text ?? '').toString('utf8');

const LINE = /^\d+ +(\w+)\((.*)\) += (\d+)(?:<([^>]*)>)?$/;
// Of one file, from a place in it that is given, into another, where that stands.
const COPY = /^\d+<([^>]*)>, \[(\d+)[^,]*, (\d+)<([^>]*)>, NULL, /;
const FILE = /^(\d+)<([^>]*)>/;

type Raw = { readonly name: string; readonly given: string; readonly result: number; readonly opened: string };

const quoted = ({ given }: Raw): string[] => [...given.matchAll(/"([^"]*)"/g)].map(([, text]) => asText(text));
const handleOf = ({ given }: Raw) => {
  const [, number = '', path] = FILE.exec(given) ?? [];
  return { number, path: asText(path) };
};
const lastNumber = ({ given }: Raw): number => Number(given.slice(given.lastIndexOf(',') + 1));

/** Turns what strace wrote into calls. Where a plain write goes depends on the ones before: each handle has a place in its file. */
const reader = () => {
  const places = new Map<string, number>();
  const bytesOf = (raw: Raw): Buffer => unhex(/"([^"]*)"/.exec(raw.given)?.[1] ?? '').subarray(0, raw.result);

  const opened = (raw: Raw): DiskCall => {
    places.set(String(raw.result), 0);
    const path = asText(raw.opened);
    return { type: 'open', path, create: raw.given.includes('O_CREAT'), truncate: raw.given.includes('O_TRUNC') };
  };

  const written = (raw: Raw): DiskCall => {
    const { number, path } = handleOf(raw);
    const bytes = bytesOf(raw);
    if (number === '1') return { type: 'say', text: bytes.toString('utf8') };
    const at = places.get(number) ?? 0;
    places.set(number, at + bytes.length);
    return { type: 'write', path, at, bytes };
  };

  const copied = (raw: Raw): DiskCall => {
    const [, source, from = '0', number = '', path] = COPY.exec(raw.given) ?? [];
    const at = places.get(number) ?? 0;
    places.set(number, at + raw.result);
    return { type: 'copy', path: asText(path), at, source: asText(source), from: Number(from), length: raw.result };
  };

  return (raw: Raw): DiskCall => {
    const [first = '', second = ''] = raw.name.startsWith('f') ? [] : quoted(raw);
    switch (raw.name) {
      case 'openat':
      case 'open':
        return opened(raw);
      case 'write':
        return written(raw);
      case 'copy_file_range':
        return copied(raw);
      case 'pwrite64':
        return { type: 'write', path: handleOf(raw).path, at: lastNumber(raw), bytes: bytesOf(raw) };
      case 'ftruncate':
        return { type: 'truncate', path: handleOf(raw).path, length: lastNumber(raw) };
      case 'fsync':
      case 'fdatasync':
        return { type: 'sync', path: handleOf(raw).path };
      case 'mkdir':
        return { type: 'mkdir', path: first };
      case 'unlink':
      case 'unlinkat':
      case 'rmdir':
        return { type: 'remove', path: first };
      case 'rename':
      case 'link':
        return { type: raw.name, path: first, to: second };
      default:
        throw new Error(`a trace with ${raw.name} in it is not understood`);
    }
  };
};

const touches = (call: DiskCall, root: string): boolean => call.type === 'say' || call.path.startsWith(root);

/** The calls in a trace that concern what lies under a folder, and what was said between them, in order. */
export const readTrace = async (log: string, root: string): Promise<DiskCall[]> => {
  const toCall = reader();
  const calls: DiskCall[] = [];
  for await (const line of createInterface({ input: createReadStream(log, 'latin1') })) {
    const [, name = '', given = '', result = '', opened = ''] = LINE.exec(line) ?? [];
    // A call that never came back, or how a thread ended.
    if (name === '') continue;
    const isElsewhere =
      NOT_UNDERSTOOD.split(' ').includes(name) &&
      !given.includes(Buffer.from(root).toString('hex').replace(/../g, '\\x$&'));
    if (isElsewhere) continue;
    const call = toCall({ name, given, result: Number(result), opened });
    if (touches(call, root)) calls.push(call);
  }
  return calls;
};
