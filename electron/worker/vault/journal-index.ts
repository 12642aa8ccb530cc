import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readIfThere, replaceFile } from './durable-file';

const indexFile = z.strictObject({
  /** Folder name (a vault id) of the journal that the lock screen is for. */
  current: z.uuid().nullable(),
  /** When an export of each journal was last verified, epoch ms by vault id. */
  backupVerifiedAt: z.record(z.uuid(), z.int()),
  /** Journals in whose place another stands, by folder: when that was (epoch ms). They are kept a while. */
  replaced: z.record(z.uuid(), z.int()).default({}),
});
type IndexFile = z.infer<typeof indexFile>;

const empty: IndexFile = { current: null, backupVerifiedAt: {}, replaced: {} };

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
  /** Puts another journal, made of a backup that was read whole just now, in the place of one, in one step. */
  readonly replace: (before: string, by: { readonly next: string; readonly at: number }) => void;
  readonly folderOf: (vaultId: string) => string;
  /** Makes a journal the current one. One that was replaced stays marked as that: both carry the same dates otherwise. */
  readonly select: (vaultId: string) => void;
  readonly backupVerifiedAt: (vaultId: string) => number | null;
  readonly recordBackup: (vaultId: string, at: number) => void;
};

const folders = (home: string): string[] => {
  if (!existsSync(home)) return [];
  const found = readdirSync(home, { withFileTypes: true })
    .filter((item) => item.isDirectory() && z.uuid().safeParse(item.name).success)
    .map(({ name }) => ({ name, changed: statSync(join(home, name)).mtimeMs }));
  return found.sort((one, other) => other.changed - one.changed).map(({ name }) => name);
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
    mkdirSync(home, { recursive: true, mode: 0o700 });
    replaceFile(file, Buffer.from(`${JSON.stringify({ ...read(), ...change })}\n`, 'utf8'));
  };
  const list = (): string[] => {
    const { current, replaced } = read();
    const present = folders(home).filter((name) => replaced[name] === undefined);
    // A journal on a drive that is not there now is still the current one: its absence is to be told, not passed over.
    if (current === null) return present;
    return [current, ...present.filter((name) => name !== current)];
  };
  return {
    home,
    list,
    folderOf: (vaultId) => join(home, vaultId),
    replaced: () => {
      const { replaced } = read();
      return folders(home).flatMap((id) => (replaced[id] === undefined ? [] : [{ id, at: replaced[id] }]));
    },
    replace: (before, { next, at }) => {
      const there = Object.entries(read().replaced).filter(([id]) => id !== next && folders(home).includes(id));
      write({
        current: next,
        replaced: { ...Object.fromEntries(there), [before]: at },
        backupVerifiedAt: { ...read().backupVerifiedAt, [next]: at },
      });
    },
    select: (vaultId) => write({ current: vaultId }),
    backupVerifiedAt: (vaultId) => read().backupVerifiedAt[vaultId] ?? null,
    recordBackup: (vaultId, at) => write({ backupVerifiedAt: { ...read().backupVerifiedAt, [vaultId]: at } }),
  };
};
