import { closeSync, constants, type Dirent, fstatSync, openSync, readSync } from 'node:fs';
import { opendir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '#core/errors';
import { ImportProblem } from './imported';
import { type Amount, isHidden, MAX_FILES, type Source } from './source';

/** How deep folders may lie in one another. */
const MAX_FOLDERS_DEEP = 32;

const fill = (file: number, bytes: Uint8Array): Uint8Array => {
  let length = 0;
  while (length < bytes.length) {
    const read = readSync(file, bytes, length, bytes.length - length, length);
    if (read === 0) break;
    length += read;
  }
  return bytes.subarray(0, length);
};

const readOpen = (file: number, { bytes, head = false }: Amount): Uint8Array => {
  const found = fstatSync(file);
  if (!found.isFile()) throw new ImportProblem('unreadable');
  if (found.size > bytes && !head) throw new ImportProblem('too-large');
  return fill(file, new Uint8Array(Math.min(found.size, bytes)));
};

/**
 * The bytes of a plain file, never of what a link in its place points to; fails with an ImportProblem. At once: through the
 * queue of asynchronous reading, ten thousand small files take ten times as long.
 */
export const readPlainFile = (path: string, amount: Amount): Uint8Array => {
  try {
    // Opened without following and looked at open: between a look and the opening it could be exchanged.
    const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      return readOpen(file, amount);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (error instanceof ImportProblem) throw error;
    throw new ImportProblem('unreadable', { cause: error });
  }
};

type Walk = { readonly root: string; readonly files: string[]; seen: number };

const visit = async (walk: Walk, entry: Dirent, inside: string, depth: number): Promise<void> => {
  walk.seen += 1;
  if (walk.seen > MAX_FILES) throw new AppError('IMPORT_TOO_LARGE');
  const name = inside === '' ? entry.name : `${inside}/${entry.name}`;
  if (isHidden(name)) return;
  // A link is neither: what it points to may lie anywhere.
  if (entry.isDirectory() && depth < MAX_FOLDERS_DEEP) await list(walk, name, depth + 1);
  else if (entry.isFile()) walk.files.push(name);
};

const list = async (walk: Walk, inside: string, depth: number): Promise<void> => {
  const folder = await opendir(join(walk.root, inside), { bufferSize: 1024 });
  for await (const entry of folder) await visit(walk, entry, inside, depth);
};

/**
 * A folder as a source: its plain files up to 32 folders deep, without hidden ones and without what links point to. Fails
 * with FOLDER_MISSING and, beyond 200,000 files, IMPORT_TOO_LARGE.
 */
export const openFolder = async (path: string): Promise<Source> => {
  const walk: Walk = { root: path, files: [], seen: 0 };
  try {
    await list(walk, '', 0);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('FOLDER_MISSING', { cause: error });
  }
  const known = new Set(walk.files);
  return {
    files: walk.files.sort(),
    name: basename(path),
    read: async (file, amount) => {
      if (!known.has(file)) throw new ImportProblem('unreadable');
      return readPlainFile(join(path, file), amount);
    },
    close: () => Promise.resolve(),
  };
};

/** A single file as a source. */
export const openSingleFile = (path: string): Source => ({
  files: [''],
  name: basename(path),
  read: async (_, amount) => readPlainFile(path, amount),
  close: () => Promise.resolve(),
});
