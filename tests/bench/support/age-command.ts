import { spawnSync } from 'node:child_process';
import { timeOf } from './statistics';

/** Runs `age` at a terminal of its own, since it takes passphrases from nowhere else. */
const runAge = (command: string, typed: string): void => {
  const { status, stdout, error } = spawnSync('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
    input: typed,
    encoding: 'utf8',
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stdout}`);
};

type Files = { readonly from: string; readonly to: string };

/** How long the `age` command takes to encrypt a file under a passphrase, in milliseconds. */
export const timeAgeEncrypt = ({ from, to }: Files, passphrase: string): number =>
  timeOf(() => runAge(`age -p -o '${to}' '${from}'`, `${passphrase}\n${passphrase}\n`));

/** How long the `age` command takes to decrypt a file with its passphrase, in milliseconds. */
export const timeAgeDecrypt = ({ from, to }: Files, passphrase: string): number =>
  timeOf(() => runAge(`age -d -o '${to}' '${from}'`, `${passphrase}\n`));

/** Waits until what was written before is on the disk, so that the next measurement does not pay for it. */
export const settleDisk = (): void => {
  spawnSync('sync');
};
