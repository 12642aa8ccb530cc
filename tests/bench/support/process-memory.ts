import { readdirSync, readFileSync } from 'node:fs';

const parentOf = (pid: number): number => {
  try {
    // The name in brackets may hold anything; what follows it does not.
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[1],
    );
  } catch {
    return 0;
  }
};

/** A process and all that it started, directly or not. */
export const processTree = (root: number): number[] => {
  const running = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const parents = new Map(running.map((pid) => [pid, parentOf(pid)]));
  const tree = [root];
  for (const pid of tree) tree.push(...running.filter((other) => parents.get(other) === pid));
  return tree;
};

const pssOf = (pid: number): number => {
  const kibibytes = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
  return (Number(kibibytes ?? 0) * 1024) / 1e6;
};

/**
 * What a program and all its processes take, in MB, every shared page divided among those who share it (PSS): RSS would
 * count the same pages again for each of Electron's processes. Linux only.
 */
export const memoryOfTree = (root: number): number => processTree(root).reduce((sum, pid) => sum + pssOf(pid), 0);
