import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { DiskCall } from '#tests/faults/support/traced-calls';

/** A drive may lose any part of a write that is as large as this. */
const SECTOR = 512;

type FileChange = { readonly at: number; readonly bytes: Buffer } | { readonly length: number };
type ShadowFile = { readonly type: 'file'; durable: Buffer; pending: FileChange[] };
type Names = Map<string, ShadowFile | ShadowFolder>;
/** A change of names happens or does not, whole: a rename is both of its names. */
type NameChange = (names: Names) => void;
type ShadowFolder = { readonly type: 'folder'; readonly now: Names; durable: Names; pending: NameChange[] };

/** What a power cut leaves of what was not synced: whether a change of names is there, and which of the sectors of a file. */
export type Mercy = { readonly names: () => boolean; readonly sectors: () => boolean };

const folder = (): ShadowFolder => ({ type: 'folder', now: new Map(), durable: new Map(), pending: [] });

const everySector = (): boolean => true;

/** Bytes that grow without being copied each time. Between them and what is written behind them lies nothing but zeros. */
const growing = (first: Buffer) => {
  let room = Buffer.from(first);
  let { length } = first;
  const grow = (to: number): void => {
    if (to > room.length) room = Buffer.concat([room, Buffer.alloc(2 * to - room.length)]);
    length = Math.max(length, to);
  };
  return {
    cut: (to: number): void => {
      grow(to);
      room.fill(0, to, length);
      length = to;
    },
    put: (at: number, part: Buffer): void => {
      grow(at + part.length);
      part.copy(room, at);
    },
    whole: (): Buffer => room.subarray(0, length),
  };
};

const contentOf = ({ durable, pending }: ShadowFile, keeps: () => boolean): Buffer => {
  const content = growing(durable);
  for (const change of pending) {
    if ('length' in change) {
      if (keeps()) content.cut(change.length);
      continue;
    }
    for (let from = 0; from < change.bytes.length; ) {
      const to = Math.min(change.bytes.length, from + SECTOR - ((change.at + from) % SECTOR));
      if (keeps()) content.put(change.at + from, change.bytes.subarray(from, to));
      from = to;
    }
  }
  return content.whole();
};

const load = (path: string): ShadowFolder => {
  const made = folder();
  for (const item of readdirSync(path, { withFileTypes: true })) {
    const inside = join(path, item.name);
    made.now.set(
      item.name,
      item.isDirectory() ? load(inside) : { type: 'file', durable: readFileSync(inside), pending: [] },
    );
  }
  made.durable = new Map(made.now);
  return made;
};

/**
 * A folder as a disk would hold it: what its programs see, what of that is on the disk for certain, and what still waits to be
 * written there. Only fsync makes certain: of a file its bytes, of a folder the names in it (POSIX promises no more).
 */
export const shadowDisk = (root: string) => {
  const top = load(root);

  const find = (path: string): ShadowFile | ShadowFolder | undefined => {
    let found: ShadowFile | ShadowFolder | undefined = top;
    for (const name of relative(root, path).split('/').filter(Boolean)) {
      found = found?.type === 'folder' ? found.now.get(name) : undefined;
    }
    return found;
  };

  const change = (path: string, work: NameChange): void => {
    const parent = find(dirname(path));
    if (parent?.type !== 'folder') throw new Error(`no folder for ${path}`);
    work(parent.now);
    parent.pending.push(work);
  };

  const put = (path: string, item: ShadowFile | ShadowFolder): void =>
    change(path, (names) => void names.set(basename(path), item));

  const file = (path: string): ShadowFile => {
    const found = find(path);
    if (found?.type !== 'file') throw new Error(`no file at ${path}`);
    return found;
  };

  const rename = (path: string, to: string): void => {
    const item = find(path);
    if (item === undefined || dirname(path) !== dirname(to)) throw new Error(`not understood: ${path} to ${to}`);
    change(path, (names) => {
      names.delete(basename(path));
      names.set(basename(to), item);
    });
  };

  const open = (call: Extract<DiskCall, { type: 'open' }>): void => {
    const found = find(call.path);
    if (found === undefined && call.create) put(call.path, { type: 'file', durable: Buffer.alloc(0), pending: [] });
    else if (found?.type === 'file' && call.truncate) found.pending.push({ length: 0 });
  };

  const sync = (path: string): void => {
    const item = find(path);
    if (item?.type === 'file') item.durable = contentOf(item, everySector);
    else if (item !== undefined) item.durable = new Map(item.now);
    if (item !== undefined) item.pending = [];
  };

  const takers: { readonly [T in DiskCall['type']]: (call: Extract<DiskCall, { readonly type: T }>) => void } = {
    open,
    write: ({ path, at, bytes }) => void file(path).pending.push({ at, bytes }),
    copy: ({ path, at, source, from, length }) => {
      const bytes = Buffer.from(contentOf(file(source), everySector).subarray(from, from + length));
      file(path).pending.push({ at, bytes });
    },
    truncate: ({ path, length }) => void file(path).pending.push({ length }),
    sync: ({ path }) => sync(path),
    mkdir: ({ path }) => put(path, folder()),
    remove: ({ path }) => change(path, (names) => void names.delete(basename(path))),
    rename: ({ path, to }) => rename(path, to),
    link: ({ path, to }) => put(to, file(path)),
    say: () => undefined,
  };

  const take = (call: DiskCall): void => (takers[call.type] as (call: DiskCall) => void)(call);

  const write = (item: ShadowFolder, into: string, mercy: Mercy): void => {
    mkdirSync(into, { recursive: true });
    const names = new Map(item.durable);
    for (const pending of item.pending) if (mercy.names()) pending(names);
    for (const [name, inside] of names) {
      if (inside.type === 'folder') write(inside, join(into, name), mercy);
      else writeFileSync(join(into, name), contentOf(inside, mercy.sectors));
    }
  };

  return {
    /** A call was made. */
    take,
    /** Writes into a folder what the disk holds when the power is cut now. */
    cut: (into: string, mercy: Mercy): void => write(top, into, mercy),
  };
};

/** All that was asked for is there: what a mere kill leaves. */
export const allMercy: Mercy = { names: everySector, sectors: everySector };
