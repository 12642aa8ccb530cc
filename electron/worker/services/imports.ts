import { setImmediate as breathe } from 'node:timers/promises';
import type { EventPayload } from '#core/contract';
import { AppError } from '#core/errors';
import {
  type ImportFormat,
  type ImportMapping,
  type ImportPreview,
  type ImportReport,
  MOST_BAD_ROWS,
} from '#core/import';
import type { LastMerge, MergeUndone } from '#core/merge';
import { detectSource } from '../imports/detect-source';
import { importedId, isCheckIn, namesOf } from '../imports/import-plan';
import { type BadRow, type Imported, type ImportedPicture, reasonOf } from '../imports/imported';
import { openSource } from '../imports/open-source';
import { isKnown, previewOf } from '../imports/preview-import';
import { readSource } from '../imports/read-source';
import type { Source } from '../imports/source';
import { type Taken, takeIn } from '../imports/take-in';
import { type Job, jobRegistry } from '../jobs';
import { undoMerge } from '../merge/undo-merge';
import { findBulkChange } from '../repositories/bulk-change';
import type { SnapshotService } from './snapshots';
import type { VaultService } from './vault';

type Options = {
  readonly vault: Pick<VaultService, 'current' | 'journal' | 'isReal'>;
  readonly snapshots: Pick<SnapshotService, 'take'>;
  readonly onProgress: (event: EventPayload<'job.progress'>) => void;
};

/** What was read of an export: in memory only, since it is not encrypted. */
export type ReadImport = {
  readonly source: Source;
  readonly format: ImportFormat;
  readonly records: readonly Imported[];
  readonly bad: readonly BadRow[];
};

/** So many rows, and then others are heard. */
const BATCH = 100;

const stopIfCancelled = ({ control }: Job): void => {
  if (control.isCancelled()) throw new AppError('CANCELLED');
};

/** Takes in what another journal exported: first it is told what is in it, then it comes in, and can be undone. */
export const importService = ({ vault, snapshots, onProgress }: Options) => {
  const jobs = jobRegistry(onProgress);
  let held: ReadImport | null = null;

  const forget = async (): Promise<void> => {
    const old = held;
    held = null;
    await old?.source.close();
  };

  const readAll = async (job: Job, source: Source, zone: string): Promise<ReadImport> => {
    const format = await detectSource(source);
    const records: Imported[] = [];
    const bad: BadRow[] = [];
    let count = 0;
    for await (const row of readSource(source, format, { zone, newId: vault.journal().newId })) {
      if (row.kind === 'bad') bad.push(row);
      else records.push(row);
      count += 1;
      if (count % BATCH !== 0) continue;
      await breathe();
      stopIfCancelled(job);
    }
    return { source, format, records, bad };
  };

  const look = async (job: Job, file: string, zone: string): Promise<ImportPreview> => {
    vault.current();
    await forget();
    job.onProgress({ phase: 'reading', done: 0, total: 1 });
    const source = await openSource(file);
    try {
      held = await readAll(job, source, zone);
      return await previewOf(vault.journal(), held, async () => {
        await breathe();
        stopIfCancelled(job);
      });
    } catch (error) {
      held = null;
      await source.close();
      throw error;
    }
  };

  const bytesOf = async (record: Imported, bad: BadRow[]) => {
    const found: { picture: ImportedPicture; bytes: Uint8Array }[] = [];
    for (const picture of record.pictures) {
      try {
        found.push({ picture, bytes: await picture.read() });
      } catch (error) {
        bad.push({ where: record.where, reason: reasonOf(error) });
      }
    }
    return found;
  };

  const takeAll = async (
    job: Job,
    { records, format, bad }: ReadImport,
    mapping: ImportMapping,
  ): Promise<ImportReport> => {
    const names = namesOf(mapping);
    const told = [...bad];
    const taken: Taken = { entries: 0, checkIns: 0, pictures: 0 };
    const into = takeIn(vault.journal(), names);
    let known = 0;
    for (let start = 0; start < records.length; start += BATCH) {
      stopIfCancelled(job);
      const fresh = records.slice(start, start + BATCH).filter((record) => !isKnown(vault.journal(), format, record));
      known += Math.min(BATCH, records.length - start) - fresh.length;
      const batch = [];
      for (const record of fresh) batch.push({ record, pictures: await bytesOf(record, told) });
      const done = into.batch(
        batch.map(({ record, pictures }) => ({
          record,
          pictures,
          id: importedId(format, record),
          isCheckIn: isCheckIn(format, record),
        })),
        (record) => told.push({ where: record.where, reason: 'missing-picture' }),
      );
      taken.entries += done.entries;
      taken.checkIns += done.checkIns;
      taken.pictures += done.pictures;
      job.onProgress({ phase: 'importing', done: start + fresh.length, total: records.length });
      await breathe();
    }
    return {
      ...taken,
      known,
      bad: told.slice(0, MOST_BAD_ROWS).map(({ where, reason }) => ({ ...where, reason })),
      badCount: told.length,
    };
  };

  const run = async (job: Job, mapping: ImportMapping): Promise<ImportReport> => {
    vault.current();
    const ready = held;
    if (ready === null) throw new AppError('NOT_FOUND');
    if (vault.isReal()) await snapshots.take(job.id, 'before-import');
    const before = findBulkChange(vault.journal().db, 'import')?.seq;
    try {
      const report = await takeAll(job, ready, mapping);
      await forget();
      return report;
    } catch (error) {
      // All of it or nothing: what came in so far goes again.
      const begun = findBulkChange(vault.journal().db, 'import')?.seq;
      if (begun !== undefined && begun !== before) undoMerge(vault.journal(), 'import');
      throw error;
    }
  };

  return {
    /**
     * Reads an export whole and tells what is in it; changes nothing, and keeps what it read until `run` or `forget`. Fails
     * with LOCKED, CANCELLED, and as opening and detecting a source do.
     */
    look: (request: { readonly job: string; readonly file: string; readonly zone: string }): Promise<ImportPreview> =>
      jobs.run(request.job, (job) => look(job, request.file, request.zone)),

    /**
     * Takes in what `look` read, after a snapshot: all of it or nothing. Fails with LOCKED, NOT_FOUND (nothing was looked
     * at), CANCELLED, DISK_FULL, READ_ONLY, SNAPSHOT_DAMAGED.
     */
    run: (job: string, mapping: ImportMapping): Promise<ImportReport> =>
      jobs.run(job, (running) => run(running, mapping)),

    /** Lets go of what `look` read. */
    forget,

    /** The last import, while it can be undone. */
    last: (): LastMerge => {
      const found = findBulkChange(vault.journal().db, 'import');
      return found === undefined ? null : { at: found.at, exportedAt: found.sourceAt };
    },

    /** Undoes the last import; what was changed since stays. Fails with LOCKED, NOT_FOUND, DISK_FULL, READ_ONLY. */
    undo: (): MergeUndone => ({ left: undoMerge(vault.journal(), 'import') }),

    cancel: jobs.cancel,

    /** Stops whatever is going on and forgets what was read; to be called before the vault closes. */
    close: async (): Promise<void> => {
      await jobs.cancelAll();
      await forget();
    },
  };
};

export type ImportService = ReturnType<typeof importService>;
