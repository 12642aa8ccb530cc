import { constants, type Dirent } from 'node:fs';
import { type FileHandle, open, opendir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '#core/errors';
import { ImportProblem } from './imported';
import { type Amount, isHidden, MAX_FILES, type Source } from './source';

/** How deep folders may lie in one another. */
const MAX_FOLDERS_DEEP = 32;

const fill = async (file: FileHandle, bytes: Uint8Array): Promise<Uint8Array> => {
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await file.read(bytes, length, bytes.length - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
};

/** The bytes of a plain file, never of what a link in its place points to; fails with an ImportProblem. */
export const readPlainFile = async (path: string, { bytes, head = false }: Amount): Promise<Uint8Array> => {
  try {
    // Opened without following and looked at open: between a look and the opening it could be exchanged.
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const { size } = await plainOnly(file);
      if (size > bytes && !head) throw new ImportProblem('too-large');
      return await fill(file, new Uint8Array(Math.min(size, bytes)));
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof ImportProblem) throw error;
    throw new ImportProblem('unreadable', { cause: error });
  }
};

const plainOnly = async (file: FileHandle) => {
  const found = await file.stat();
  if (!found.isFile()) throw new ImportProblem('unreadable');
  return found;
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
  const folder = await opendir(join(walk.root, inside));
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
  read: (_, amount) => readPlainFile(path, amount),
  close: () => Promise.resolve(),
});
