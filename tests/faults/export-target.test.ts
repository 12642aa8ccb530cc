import { spawn, spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { AppError } from '#core/errors';
import { ownMounts } from '#tests/faults/support/small-disk';
import { anEntry } from '#tests/support/builders';
import { linesOf } from '#tests/support/export-files';
import { attach, EXPORT_PASSPHRASE, tempExports } from '#tests/support/temp-exports';
import { tempFolder } from '#tests/support/temp-folder';
import { threadFile } from '#tests/support/threads';
import { targetError } from '#worker/exports/unfinished-file';
import { saveEntry } from '#worker/services/entries';
import { databaseFile } from '#worker/vault/vault-files';

const helper = fileURLToPath(new URL('../support/export-in-place.mjs', import.meta.url));

/** A script that exports a journal of 6 MB into `$FOLDER`, where an older export lies, whenever it says `export_it`. */
const exporting = async () => {
  const t = await tempExports();
  const journal = await t.create();
  attach(journal, saveEntry(journal, anEntry()).id, { bytes: randomBytes(6_000_000) });
  const { folder: vault, header, vaultKey } = t.vault.current();
  const task = {
    task: 'write',
    passphrase: EXPORT_PASSPHRASE,
    target: t.file,
    unfinished: join(t.folder, `.ebb-${randomUUID()}.unfinished`),
    database: databaseFile(vault),
    vaultKey: Buffer.from(vaultKey).toString('base64'),
    vaultId: header.vaultId,
    app: '0.0.0-test',
    exportedAt: 1,
    workFactor: 1,
  };
  const order = join(tempFolder(), 'order.json');
  writeFileSync(order, JSON.stringify({ thread: threadFile('export-thread').href, task }));
  writeFileSync(t.file, 'an older export');
  t.vault.close();
  const run = (program: string, ...args: readonly string[]): string[] => {
    const { stdout, stderr, status } = spawnSync(program, args, {
      encoding: 'utf8',
      env: { ...process.env, NODE: process.execPath, HELPER: helper, ORDER: order, FOLDER: t.folder },
    });
    if (status !== 0) throw new Error(stderr);
    return stdout.trimEnd().split('\n');
  };
  const start = () => spawn(process.execPath, [helper, order], { stdio: 'ignore' });
  return { folder: t.folder, file: t.file, run, start };
};

const EXPORT = '"$NODE" "$HELPER" "$ORDER"';

const onSmallDisk = async (flags: string): Promise<void> => {
  const { run } = await exporting();
  const script = `set -e
    mount -t tmpfs -o size=2m tmpfs "$FOLDER"
    printf 'an older export' > "$FOLDER/journal.ebb.age"
    ${EXPORT}; ls -A "$FOLDER"; cat "$FOLDER/journal.ebb.age"; echo
    mount -o remount,size=64m "$FOLDER"
    ${EXPORT} | cut -c 1-17; ls -A "$FOLDER"
    mount -o remount,ro "$FOLDER"
    ${EXPORT}; ls -A "$FOLDER"`;
  expect(run('unshare', flags, 'sh', '-c', script).filter((line) => !line.includes('"progress"'))).toEqual([
    '{"type":"failed","code":"DISK_FULL"}',
    'journal.ebb.age',
    'an older export',
    // Once there is room the same export goes well,
    '{"type":"written"',
    'journal.ebb.age',
    // and on a drive that has become read-only it says so.
    '{"type":"failed","code":"READ_ONLY"}',
    'journal.ebb.age',
  ]);
};

/** Without mounts of our own: what the kernel says on a full device, and what is made of it. */
const onFullDevice = (): void => {
  const full = openSync('/dev/full', 'w');
  let thrown: unknown;
  try {
    writeSync(full, 'x');
  } catch (error) {
    thrown = error;
  }
  expect(targetError(thrown)).toEqual(new AppError('DISK_FULL'));
};

describe('an export leaves the older one as it was and nothing beside it', () => {
  test('when the disk is full, or read-only; and goes well once there is room', async () => {
    if (ownMounts === undefined) onFullDevice();
    else await onSmallDisk(ownMounts);
  });

  test('when the file grows larger than the drive can hold', async () => {
    const { run, folder, file } = await exporting();
    const [lastWord] = run('prlimit', '--fsize=2000000', 'sh', '-c', EXPORT);
    expect(lastWord).toBe('{"type":"failed","code":"TOO_LARGE"}');
    expect(readdirSync(folder)).toEqual(['journal.ebb.age']);
    expect(readFileSync(file, 'utf8')).toBe('an older export');
  });
});

test('killed at any moment, an export is the older one or a whole new one', async () => {
  const { file, folder, start } = await exporting();
  const began = performance.now();
  await once(start(), 'exit');
  const whole = performance.now() - began;
  const length = readFileSync(file).length;
  for (let round = 0; round < 12; round += 1) {
    writeFileSync(file, 'an older export');
    const child = start();
    setTimeout(() => child.kill('SIGKILL'), whole * (0.2 + 0.09 * round));
    await once(child, 'exit');
    const others = readdirSync(folder).filter((name) => name !== 'journal.ebb.age');
    expect(others.every((name) => /^\.ebb-[0-9a-f-]{36}\.unfinished$/.test(name))).toBe(true);
    for (const name of others) rmSync(join(folder, name));
    if (readFileSync(file, 'latin1') === 'an older export') continue;
    // Manifest, entry, attachment, six pieces, end; opened to its last byte.
    expect(await linesOf(file)).toHaveLength(10);
    expect(readFileSync(file)).toHaveLength(length);
  }
});

test('a folder that may not be written to says so at once', async () => {
  const t = await tempExports();
  await t.create();
  // Root may write to any folder but one that the kernel keeps for itself.
  const folder = process.getuid?.() === 0 ? '/sys' : t.folder;
  if (folder === t.folder) chmodSync(folder, 0o555);
  await expect(t.write(join(folder, 'journal.ebb.age'))).rejects.toEqual(new AppError('READ_ONLY'));
  expect(t.progress).toEqual([]);
});
