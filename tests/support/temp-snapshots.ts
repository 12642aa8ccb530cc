import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { RecordId } from '#core/record';
import { anEntry } from '#tests/support/builders';
import { tempFolder } from '#tests/support/temp-folder';
import { testClock } from '#tests/support/temp-journal';
import { quickSmith } from '#tests/support/temp-vault';
import { threadFile } from '#tests/support/threads';
import { saveEntry } from '#worker/services/entries';
import { recoveryService, secretOf } from '#worker/services/recovery';
import { type SnapshotService, snapshotService } from '#worker/services/snapshots';
import { vaultService } from '#worker/services/vault';
import { openJournalIndex } from '#worker/vault/journal-index';

/** What the journals of these tests are opened with. */
export const PASSPHRASE = 'slow river morning';

/** A real vault, open, with snapshots of it and the way back into it, on a clock that the test sets. */
export const tempSnapshots = async () => {
  const clock = testClock();
  const smith = await quickSmith(clock);
  const home = join(tempFolder(), 'journals');
  const index = openJournalIndex(home);
  const thread = threadFile('snapshot-thread');
  const quiet = (): void => undefined;
  /** When something about the snapshots was told. */
  const told: number[] = [];
  const vault = vaultService({
    smith,
    index,
    fillSample: quiet,
    beforeMigration: (opened) => service.beforeMigration(opened),
    onChange: (id) => service.noteChange(id),
  });
  const onChanged = () => told.push(clock.now());
  const about = { vault, smith, index, onProgress: quiet, onChanged };
  const service: SnapshotService = snapshotService({ ...about, thread });
  const salvageThread = threadFile('salvage-thread');
  const recovery = recoveryService({
    smith,
    index,
    attempts: vault.attempts,
    thread,
    salvageThread,
    onProgress: quiet,
  });
  onTestFinished(async () => {
    await service.close();
    await recovery.close();
    vault.close();
  });
  const { groups } = await vault.create(PASSPHRASE);
  const vaultFolder = vault.current().folder;
  const folder = join(vaultFolder, 'snapshots');
  const later = (ms: number): void => clock.set(clock.now() + ms);
  return {
    home,
    index,
    vault,
    service,
    recovery,
    clock,
    later,
    vaultFolder,
    folder,
    told,
    /** Its recovery key, as it is typed. */
    recoveryKey: groups.join(' '),
    /** The snapshots that lie on the disk, whole or not. */
    names: (): string[] => readdirSync(folder).filter((name) => !name.endsWith('.json')),
    /** Stores so many new entries; answers with their ids. */
    fill: (count: number, text?: string): RecordId[] =>
      Array.from({ length: count }, () => saveEntry(vault.journal(), anEntry(text === undefined ? {} : { text })).id),
    /** The same where no thread can be started, and so no snapshot be taken. */
    unable: (): SnapshotService => snapshotService({ ...about, thread: join(home, 'no-thread.js') }),
    /** Takes one a second later. */
    take: () => {
      later(1000);
      return service.take(randomUUID(), 'asked');
    },
    look: (passphrase = PASSPHRASE) => recovery.look(randomUUID(), secretOf('passphrase', passphrase)),
  };
};
