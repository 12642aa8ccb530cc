import { createHash, randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { AppError } from '#core/errors';
import { EXPORT_VERSION } from '#core/export-line';
import type { ExportManifest, ExportReport, RecordCounts } from '#core/export-manifest';
import { sealPayload } from '../age/age-encrypt';
import { makeHeader, NONCE_BYTES, payloadKey } from '../age/age-header';
import { connect, type Database } from '../db/database';
import type { Progress } from '../job-control';
import { seenVersions } from '../merge/seen-versions';
import { findSetting } from '../repositories/setting';
import { databaseKey } from '../vault/keys';
import type { Sodium } from '../vault/sodium';
import { countLines, estimateBytes, exportLines, lineText } from './export-lines';
import { readExport } from './read-export';
import type { ExportTask } from './thread-messages';
import { createUnfinished, discard, finish, requireFilePlace } from './unfinished-file';

type WriteTask = Extract<ExportTask, { task: 'write' }>;

type Hooks = {
  /** Throws when the export has been cancelled. */
  readonly check: () => void;
  readonly onProgress: (progress: Progress) => void;
};

/** A connection of its own that sees the journal as it is now, whatever is written to it meanwhile, and can change nothing. */
const openSnapshot = ({ database, vaultKey }: WriteTask): Database => {
  const db = connect(database, databaseKey(vaultKey));
  try {
    db.exec('PRAGMA query_only = ON; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY; BEGIN');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

const manifestOf = (db: Database, { vaultId, app, exportedAt }: WriteTask, counts: RecordCounts): ExportManifest => ({
  format: 'ebb-export',
  version: EXPORT_VERSION,
  app,
  // A restored journal lies in another vault and is still the same journal.
  journal: findSetting(db, 'journal') ?? vaultId,
  exportedAt,
  counts,
  seen: seenVersions(db),
});

type Written = { readonly counts: RecordCounts; readonly sha256: string };

const writeLines = (db: Database, task: WriteTask, push: (bytes: Uint8Array) => void, hooks: Hooks): Written => {
  const counts = countLines(db);
  const total = estimateBytes(db, counts);
  const hash = createHash('sha256');
  let done = 0;
  const put = (text: string): void => {
    const bytes = Buffer.from(`${text}\n`, 'utf8');
    hash.update(bytes);
    push(bytes);
    done += bytes.length;
  };
  put(JSON.stringify(manifestOf(db, task, counts)));
  for (const line of exportLines(db)) {
    hooks.check();
    put(lineText(line));
    hooks.onProgress({ phase: 'writing', done: Math.min(done, total), total });
  }
  const sha256 = hash.digest('hex');
  push(Buffer.from(`${JSON.stringify({ type: 'end', counts, sha256 })}\n`, 'utf8'));
  return { counts, sha256 };
};

type Sealed = Written & { readonly bytes: number };

const writeFile = async (sodium: Sodium, task: WriteTask, hooks: Hooks): Promise<Sealed> => {
  // First of all the place: what cannot be written to says so at once, not after a second of key derivation.
  requireFilePlace(task.target);
  const file = createUnfinished(task.unfinished);
  let db: Database | undefined;
  try {
    hooks.onProgress({ phase: 'preparing', done: 0, total: 1 });
    const { header, fileKey } = await makeHeader(sodium, task.passphrase, task.workFactor);
    hooks.check();
    db = openSnapshot(task);
    const nonce = randomBytes(NONCE_BYTES);
    file.write(header);
    file.write(nonce);
    const payload = sealPayload(sodium, payloadKey(fileKey, nonce), file.write);
    sodium.memzero(fileKey);
    const written = writeLines(db, task, payload.push, hooks);
    payload.end();
    return { ...written, bytes: file.sync() };
  } finally {
    db?.close();
    file.close();
  }
};

/** Rereads what lies on the disk as a restore would, from the passphrase on. */
const verify = async (
  sodium: Sodium,
  task: WriteTask,
  sealed: Sealed,
  hooks: Hooks,
): Promise<{ readonly deleted: number }> => {
  const read = await readExport(
    sodium,
    { file: task.unfinished, passphrase: task.passphrase },
    {
      onManifest: hooks.check,
      onRecord: () => undefined,
      onProgress: (done, total) => {
        hooks.check();
        hooks.onProgress({ phase: 'verifying', done, total });
      },
    },
  );
  const same = read.bytes === sealed.bytes && read.sha256 === sealed.sha256;
  const counted = JSON.stringify(read.counts) === JSON.stringify(sealed.counts);
  if (!same || !counted) throw new AppError('EXPORT_DAMAGED');
  return read;
};

/**
 * Writes the whole journal to an encrypted export: beside its target, onto the disk, reread and compared, and only then
 * under its name. At every moment the target is what it was before or complete. Whatever goes wrong, nothing else
 * remains. Fails with CANCELLED, DISK_FULL, READ_ONLY, FOLDER_MISSING, NOT_A_FILE, TOO_LARGE, EXPORT_DAMAGED (what was
 * reread is not what was written), KDF_OUT_OF_MEMORY.
 */
export const writeExport = async (sodium: Sodium, task: WriteTask, hooks: Hooks): Promise<ExportReport> => {
  const began = performance.now();
  try {
    const sealed = await writeFile(sodium, task, hooks);
    const written = performance.now();
    const { deleted } = await verify(sodium, task, sealed, hooks);
    const verified = performance.now();
    hooks.check();
    finish(task.unfinished, task.target);
    return {
      name: basename(task.target),
      bytes: sealed.bytes,
      counts: sealed.counts,
      deleted,
      writeMs: written - began,
      verifyMs: verified - written,
    };
  } catch (error) {
    discard(task.unfinished);
    throw error;
  }
};
