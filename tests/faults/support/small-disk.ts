import { spawnSync } from 'node:child_process';

/** Size of the disks that are filled. */
const SIZE = 8 * 1024 * 1024;

/** How this process can have mounts of its own, if at all; as root or by a user namespace. Some containers allow neither. */
export const ownMounts = ['-m', '-Urm'].find(
  (flags) => spawnSync('unshare', [flags, 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0,
);

/** The command that runs another one with a disk of 8 MB at `folder` that only it can see; what lies there lies on that disk, and an empty folder behind it. */
export const onSmallDisk = (folder: string): string[] => {
  if (ownMounts === undefined) throw new Error('this process may have no mounts of its own');
  const script = `set -e
    mv "$0" "$0.before"
    mkdir "$0"
    mount -t tmpfs -o size=${SIZE},mode=700 tmpfs "$0"
    cp -a "$0.before/." "$0"
    exec "$@"`;
  return ['unshare', ownMounts, 'sh', '-c', script, folder];
};
