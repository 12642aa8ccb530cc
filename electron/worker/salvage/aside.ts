import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#core/errors';
import { digestFile, type Tick } from '../snapshots/read-pages';
import { syncFolder } from '../vault/durable-file';
import { unfinishedIn } from '../vault/unfinished';
import { PAGE_BYTES } from './page-cipher';

/** What of a journal is copied aside before anything is done. */
const FILES = ['journal.db', 'journal.db-wal', 'header.a.json', 'header.b.json'] as const;
const BLOCK = 256 * PAGE_BYTES;

const isUnreadable = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EIO';

/** Reads a block; where the disk itself refuses, page by page, and leaves out what it does not give. */
const readBlock = (handle: number, block: Buffer, at: number): number => {
  try {
    return readSync(handle, block, 0, block.length, at);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    if (block.length <= PAGE_BYTES) return block.fill(0).length;
    let read = 0;
    for (let page = 0; page < block.length; page += PAGE_BYTES) {
      read += readBlock(handle, block.subarray(page, page + PAGE_BYTES), at + page);
    }
    return read;
  }
};

/** Copies a file onto the disk itself and reads the copy back; answers with its SHA-256. */
const copyVerified = (from: string, to: string, tick: Tick): string => {
  const hash = createHash('sha256');
  const source = openSync(from, 'r');
  try {
    const target = openSync(to, 'wx', 0o600);
    try {
      const block = Buffer.alloc(BLOCK);
      let at = 0;
      for (let read = readBlock(source, block, at); read > 0; read = readBlock(source, block, at)) {
        for (let offset = 0; offset < read; ) offset += writeSync(target, block, offset, read - offset);
        hash.update(block.subarray(0, read));
        at += read;
        tick(read);
      }
      fsyncSync(target);
    } finally {
      closeSync(target);
    }
  } finally {
    closeSync(source);
  }
  const sha256 = hash.digest('hex');
  if (digestFile(to, tick).sha256 !== sha256) throw new AppError('DATABASE_DAMAGED');
  return sha256;
};

/**
 * Copies the files of a damaged journal aside, into its own folder, and proves the copy. The same state is copied once.
 * Answers with the folder of the copy, which nobody ever writes to again. Fails with DISK_FULL, READ_ONLY.
 */
export const copyAside = (folder: string, tick: Tick): string => {
  const home = join(folder, 'damaged');
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const unfinished = unfinishedIn(home, 'copy');
  rmSync(unfinished, { recursive: true, force: true });
  try {
    mkdirSync(unfinished, { mode: 0o700 });
    const there = FILES.filter((file) => existsSync(join(folder, file)));
    const sums = there.map((file) => `${file} ${copyVerified(join(folder, file), join(unfinished, file), tick)}`);
    const target = join(home, createHash('sha256').update(sums.join('\n')).digest('hex').slice(0, 16));
    // That name stands for exactly these bytes: what lies there is the same, unless it was damaged since.
    rmSync(target, { recursive: true, force: true });
    syncFolder(unfinished);
    renameSync(unfinished, target);
    syncFolder(home);
    syncFolder(folder);
    return target;
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
};
