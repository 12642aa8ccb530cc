import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { inRepository } from './paths.mjs';

const parent = inRepository('.runtime');
const prefix = 'unfinished-';

/**
 * Gives the work a folder of its own inside .runtime, so that the result can be renamed into place in one step,
 * and removes it afterwards.
 * @template T
 * @param {(folder: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withWorkFolder(work) {
  const folder = path.join(parent, `${prefix}${process.pid}`);
  await mkdir(folder, { recursive: true });
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes the work folders of runs that were interrupted; each may be a gigabyte. */
export async function removeAbandonedWork() {
  const all = await readdir(parent).catch(() => []);
  const names = all.filter((name) => name.startsWith(prefix));
  const abandoned = names.filter((name) => !isRunning(Number(name.slice(prefix.length))));
  await Promise.all(abandoned.map((name) => rm(path.join(parent, name), { recursive: true, force: true })));
}

/** @param {number} pid */
function isRunning(pid) {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
