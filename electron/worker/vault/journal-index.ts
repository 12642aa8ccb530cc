import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { KeyChangeEnd } from '#core/vault-status';
import { makeFolder, readIfThere, replaceFile } from './durable-file';
import { UNFINISHED } from './unfinished';

// What a newer program notes there stays there.
const indexFile = z.looseObject({
  /** Folder name (a vault id) of the journal that the lock screen is for. */
  current: z.uuid().nullable(),
  /** When an export of each journal was last verified, which may lie anywhere: epoch ms by vault id. */
  exportVerifiedAt: z.record(z.uuid(), z.int()).default({}),
  /** Journals in whose place another stands, by folder: when that was (epoch ms). They are kept a while. */
  replaced: z.record(z.uuid(), z.int()).default({}),
  /** When those were opened again all the same, epoch ms. */
  reopened: z.record(z.uuid(), z.int()).default({}),
  /** The folder that receives a copy of every snapshot, by journal. */
  secondFolders: z.record(z.uuid(), z.string()).default({}),
  /** The folder of a journal that is being built to stand in the place of another: not one to be opened yet. */
  begun: z.uuid().nullable().default(null),
  /** The folders of the journal whose key was to be changed and of the one to stand in its place, until the person knows how that ended. */
  keyChange: z.strictObject({ from: z.uuid(), next: z.uuid() }).nullable().default(null),
});
type IndexFile = z.infer<typeof indexFile>;

const empty: IndexFile = indexFile.parse({ current: null });

/** A journal made of a backup at a moment (epoch ms); `second` receives copies of its snapshots. */
type BroughtBack = { readonly next: string; readonly at: number; readonly second?: string };

/**
 * The journals on this computer: folders named by a UUID (the vault's id or, for a restored one, another) under `home`, and
 * a small file that says which is current.
 */
export type JournalIndex = {
  readonly home: string;
  /** Their folders' names, the current one first; without those that were replaced. */
  readonly list: () => string[];
  /** Those in whose place another stands, and since when (epoch ms). */
  readonly replaced: () => { readonly id: string; readonly at: number }[];
  /** Since when another stands in the place of one, and when it was last opened all the same (epoch ms); null where none does. */
  readonly replacement: (id: string) => { readonly at: number; readonly reopenedAt: number } | null;
  /** Notes that a journal is being built under a name, until it is put in the place of another: nobody is offered it before. */
  readonly begin: (id: string) => void;
  /** Removes what was begun and never put in another's place: after a failure, or after a crash. */
  readonly clearBegun: () => void;
  /** Notes that the key of a journal (`from`) is about to be changed, by building it anew under a name (`next`). */
  readonly beginKeyChange: (from: string, next: string) => void;
  /** How a change of the key ended of which a journal's person was not told; null where there is nothing to tell. */
  readonly keyChangeOf: (id: string) => KeyChangeEnd | null;
  /** That was told. */
  readonly forgetKeyChange: () => void;
  /** Puts another journal, made of a backup, in the place of one, in one step. */
  readonly replace: (before: string, by: BroughtBack) => void;
  /** Makes such a journal the current one beside the others. */
  readonly add: (by: BroughtBack) => void;
  /** Notes that a journal was opened: one that was replaced is kept for longer then. */
  readonly noteOpened: (id: string, at: number) => void;
  /** Removes a journal that is not the current one. */
  readonly remove: (id: string) => void;
  /** Removes those that were replaced and last opened before an instant (epoch ms), but never the current one. */
  readonly removeReplaced: (before: number) => void;
  readonly folderOf: (vaultId: string) => string;
  /** Makes a journal the current one. One that was replaced stays marked as that: both carry the same dates otherwise. */
  readonly select: (vaultId: string) => void;
  /** When an export of a journal was last verified, epoch ms. */
  readonly exportVerifiedAt: (vaultId: string) => number | null;
  readonly recordExport: (vaultId: string, at: number) => void;
  /** The folder that receives a copy of every snapshot; null for none. */
  readonly secondFolder: (id: string) => string | null;
  readonly setSecondFolder: (id: string, folder: string | null) => void;
};

const folders = (home: string): string[] => {
  if (!existsSync(home)) return [];
  const found = readdirSync(home, { withFileTypes: true })
    .filter((item) => item.isDirectory() && z.uuid().safeParse(item.name).success)
    .map(({ name }) => ({ name, changed: statSync(join(home, name)).mtimeMs }));
  return found.sort((one, other) => other.changed - one.changed).map(({ name }) => name);
};

/** Also for `next` what is known of `before`. */
const handedOn = <T>(known: Readonly<Record<string, T>>, before: string, next: string): Record<string, T> => {
  const value = known[before];
  return value === undefined ? { ...known } : { ...known, [next]: value };
};

/** Opens the index under `home`. A lost or damaged index costs nothing: the folders themselves are the truth. */
export const openJournalIndex = (home: string): JournalIndex => {
  const file = join(home, 'index.json');
  const read = (): IndexFile => {
    try {
      const parsed = indexFile.safeParse(JSON.parse(readIfThere(file)?.toString('utf8') ?? 'null'));
      return parsed.success ? parsed.data : empty;
    } catch {
      return empty;
    }
  };
  const write = (change: Partial<IndexFile>): void => {
    makeFolder(home);
    replaceFile(file, Buffer.from(`${JSON.stringify({ ...read(), ...change })}\n`, 'utf8'));
  };
  const makeCurrent = (next: string, change: Partial<IndexFile>): void => {
    try {
      write({ ...change, current: next, begun: null });
    } catch (error) {
      // Where it is written all the same and only its folder could not be synced, it is what the next start goes by.
      if (read().current !== next) throw error;
    }
  };
  const list = (): string[] => {
    const { current, replaced, begun } = read();
    const present = folders(home).filter((name) => replaced[name] === undefined && name !== begun);
    // A journal on a drive that is not there now is still the current one: its absence is to be told, not passed over.
    if (current === null) return present;
    return [current, ...present.filter((name) => name !== current)];
  };
  const clearBegun = (): void => {
    const { begun, current } = read();
    if (begun === null) return;
    const left = begun === current ? [] : [begun, `${UNFINISHED}${begun}`];
    for (const name of left) rmSync(join(home, name), { recursive: true, force: true });
    write({ begun: null });
  };
  return {
    home,
    list,
    folderOf: (vaultId) => join(home, vaultId),
    replaced: () => {
      const { replaced } = read();
      return folders(home).flatMap((id) => (replaced[id] === undefined ? [] : [{ id, at: replaced[id] }]));
    },
    replacement: (id) => {
      const { replaced, reopened } = read();
      const at = replaced[id];
      return at === undefined ? null : { at, reopenedAt: Math.max(at, reopened[id] ?? at) };
    },
    begin: (id) => {
      clearBegun();
      write({ begun: id });
    },
    clearBegun,
    beginKeyChange: (from, next) => write({ keyChange: { from, next } }),
    keyChangeOf: (id) => {
      const { keyChange, begun } = read();
      if (keyChange === null) return null;
      const { from, next } = keyChange;
      // Until it is put in the other's place in one step, it counts for nothing.
      const isDone = begun !== next && existsSync(join(home, next));
      if (id === next) return isDone ? 'completed' : null;
      return id === from && !isDone ? 'interrupted' : null;
    },
    forgetKeyChange: () => {
      if (read().keyChange !== null) write({ keyChange: null });
    },
    replace: (before, { next, at, second }) => {
      const there = Object.entries(read().replaced).filter(([id]) => id !== next && folders(home).includes(id));
      const { secondFolders, exportVerifiedAt } = read();
      // It has the same snapshots, here and in the second folder, and the same exports.
      makeCurrent(next, {
        replaced: { ...Object.fromEntries(there), [before]: at },
        secondFolders: {
          ...handedOn(secondFolders, before, next),
          ...(second === undefined ? {} : { [next]: second }),
        },
        exportVerifiedAt: handedOn(exportVerifiedAt, before, next),
      });
    },
    add: ({ next, second }) => {
      const { secondFolders } = read();
      makeCurrent(next, { secondFolders: second === undefined ? secondFolders : { ...secondFolders, [next]: second } });
    },
    noteOpened: (id, at) => {
      const { replaced, reopened } = read();
      if (replaced[id] !== undefined) write({ reopened: { ...reopened, [id]: at } });
    },
    removeReplaced: (before) => {
      const { current, replaced, reopened } = read();
      const isOld = ([id, at]: [string, number]): boolean =>
        id !== current && Math.max(at, reopened[id] ?? at) < before;
      const old = new Set(
        Object.entries(replaced)
          .filter(isOld)
          .map(([id]) => id),
      );
      if (old.size === 0) return;
      for (const id of old) rmSync(join(home, id), { recursive: true, force: true });
      write({ replaced: Object.fromEntries(Object.entries(replaced).filter(([id]) => !old.has(id))) });
    },
    remove: (id) => {
      const { current, replaced } = read();
      if (id === current) return;
      const folder = join(home, id);
      // Its key files last: by them it is known for what it is, should this be cut short.
      const others = existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith('header.')) : [];
      for (const name of others) rmSync(join(folder, name), { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
      write({ replaced: Object.fromEntries(Object.entries(replaced).filter(([other]) => other !== id)) });
    },
    select: (vaultId) => write({ current: vaultId }),
    exportVerifiedAt: (vaultId) => read().exportVerifiedAt[vaultId] ?? null,
    secondFolder: (id) => read().secondFolders[id] ?? null,
    setSecondFolder: (id, folder) => {
      const { [id]: _, ...others } = read().secondFolders;
      write({ secondFolders: folder === null ? others : { ...others, [id]: folder } });
    },
    recordExport: (vaultId, at) => write({ exportVerifiedAt: { ...read().exportVerifiedAt, [vaultId]: at } }),
  };
};
