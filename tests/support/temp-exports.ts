import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Attachment } from '#core/attachment';
import type { EventPayload } from '#core/contract';
import type { RecordId } from '#core/record';
import { anId } from '#tests/support/builders';
import { tempFolder } from '#tests/support/temp-folder';
import { quickSmith } from '#tests/support/temp-vault';
import { threadFile } from '#tests/support/threads';
import type { Journal } from '#worker/journal';
import { insertAttachment, insertPiece, PIECE_BYTES } from '#worker/repositories/attachment';
import { exportService } from '#worker/services/exports';
import { vaultService } from '#worker/services/vault';
import { openJournalIndex } from '#worker/vault/journal-index';

/** What the exports of tests are sealed under. */
export const EXPORT_PASSPHRASE = 'quiet harbour lantern';

/** What the journals of tests are opened with. */
export const VAULT_PASSPHRASE = 'slow river morning';

/** A home folder with a vault service and an export service over it, and a folder for exports; all gone after the test. */
export const tempExports = async ({ workFactor = 1 }: { readonly workFactor?: number } = {}) => {
  const home = join(tempFolder(), 'journals');
  const folder = tempFolder();
  const smith = await quickSmith();
  const vault = vaultService({ smith, index: openJournalIndex(home), fillSample: () => undefined });
  const progress: EventPayload<'job.progress'>[] = [];
  const exports = exportService({
    vault,
    smith,
    home,
    thread: threadFile('export-thread'),
    app: '0.0.0-test',
    workFactor,
    onProgress: (event) => progress.push(event),
  });
  onTestFinished(async () => {
    await exports.close();
    vault.close();
  });
  return {
    home,
    folder,
    vault,
    exports,
    progress,
    file: join(folder, 'journal.ebb.age'),
    create: async (): Promise<Journal> => {
      await vault.create(VAULT_PASSPHRASE);
      return vault.journal();
    },
    /** Writes the open journal to `file`. */
    write: (file: string, job: string = randomUUID()) => exports.write({ job, file, passphrase: EXPORT_PASSPHRASE }),
    inspect: (file: string, passphrase = EXPORT_PASSPHRASE) => exports.inspect({ job: randomUUID(), file, passphrase }),
    restore: (file: string, job: string = randomUUID()) =>
      exports.restore({ job, file, passphrase: EXPORT_PASSPHRASE, newPassphrase: VAULT_PASSPHRASE }),
  };
};

export type TempExports = Awaited<ReturnType<typeof tempExports>>;

/** Adds an attachment with these bytes to an entry, in pieces as the app would. */
export const attach = (
  journal: Journal,
  entry: RecordId,
  {
    bytes,
    thumbnail = null,
    name = 'river.jpg',
  }: {
    readonly bytes: Buffer;
    readonly thumbnail?: Uint8Array<ArrayBuffer> | null;
    readonly name?: string;
  },
): Attachment => {
  const { db, clock, newVersion } = journal;
  const attachment: Attachment = {
    id: anId(),
    version: newVersion(null),
    createdAt: clock.now(),
    updatedAt: clock.now(),
    deletedAt: null,
    entry,
    name,
    mediaType: 'image/jpeg',
    size: bytes.length,
    width: 640,
    height: 480,
    caption: '',
    alt: 'a river',
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  db.transaction(() => {
    const seq = insertAttachment(db, attachment, thumbnail);
    for (let piece = 0; piece * PIECE_BYTES < bytes.length; piece += 1) {
      const part = bytes.subarray(piece * PIECE_BYTES, (piece + 1) * PIECE_BYTES);
      insertPiece(db, seq, { piece, bytes: Uint8Array.from(part) });
    }
  });
  return attachment;
};
