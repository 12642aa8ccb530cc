import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, type Stats } from 'node:fs';
import { AppError } from '#core/errors';
import { MAX_LINE_BYTES } from '#core/export-line';
import type { ExportManifest, RecordCounts } from '#core/export-manifest';
import { openAgeFile, type SourceFile } from '../age/age-decrypt';
import type { Sodium } from '../vault/sodium';
import { checkRecords, type Tally } from './check-records';
import { parseLine, parseManifest } from './parse-line';
import { splitLines } from './split-lines';
import type { ExportRecord } from './thread-messages';

/** What reading an export calls on. Any of them may throw to stop it. */
export type ReadingHooks = {
  readonly onManifest: (manifest: ExportManifest) => void;
  /** Each record in turn, with the length of its line in bytes. Not to be trusted before the reading has ended well. */
  readonly onRecord: (record: ExportRecord, bytes: number) => void;
  /** Called now and then with how many bytes of how many have been read. */
  readonly onProgress: (done: number, total: number) => void;
};

/** What a whole and unharmed export holds. `sha256` is that of everything before the last line. */
export type ExportSummary = Tally & {
  readonly manifest: ExportManifest;
  readonly sha256: string;
  readonly bytes: number;
};

const LINE_BREAK = Buffer.from('\n');

const sameCounts = (one: RecordCounts, other: RecordCounts): boolean =>
  [...Object.keys(one), ...Object.keys(other)].every((type) => (one[type] ?? 0) === (other[type] ?? 0));

const counted = function* (parts: Iterable<Uint8Array>, total: number, onProgress: ReadingHooks['onProgress']) {
  let done = 0;
  for (const part of parts) {
    yield part;
    done += part.length;
    onProgress(Math.min(done, total), total);
  }
};

const readLines = (lines: Generator<Buffer>, hooks: ReadingHooks, bytes: number): ExportSummary => {
  const first = lines.next();
  if (first.done === true) throw new AppError('NOT_AN_EXPORT');
  const manifest = parseManifest(first.value);
  hooks.onManifest(manifest);
  const hash = createHash('sha256').update(first.value).update(LINE_BREAK);
  const records = checkRecords();
  for (const line of lines) {
    const parsed = parseLine(line);
    if (parsed.type === 'end') {
      const tally = records.finish();
      const sha256 = hash.digest('hex');
      const agrees = sameCounts(manifest.counts, tally.counts) && sameCounts(parsed.counts, tally.counts);
      // Asking for one more line makes the payload prove that it ends here.
      if (!agrees || parsed.sha256 !== sha256 || lines.next().done !== true) break;
      return { ...tally, manifest, sha256, bytes };
    }
    hash.update(line).update(LINE_BREAK);
    records.take(parsed);
    hooks.onRecord(parsed, line.length);
  }
  throw new AppError('EXPORT_DAMAGED');
};

const regularFile = (handle: number): Stats => {
  const found = fstatSync(handle);
  if (!found.isFile()) throw new AppError('NOT_AN_EXPORT');
  return found;
};

const readFrom = async (sodium: Sodium, file: SourceFile, passphrase: string, hooks: ReadingHooks) => {
  const parts = await openAgeFile(sodium, file, passphrase);
  return readLines(splitLines(counted(parts, file.size, hooks.onProgress), MAX_LINE_BYTES), hooks, file.size);
};

/**
 * Reads an export from end to end and checks everything in it: seals, lines against their schema, records against each
 * other, counts and hash. Fails with WRONG_PASSPHRASE, NOT_AN_EXPORT, EXPORT_NEWER, EXPORT_DAMAGED, EXPORT_TIME,
 * KDF_OUT_OF_MEMORY, or what a hook throws.
 */
export const readExport = async (
  sodium: Sodium,
  { file, passphrase }: { readonly file: string; readonly passphrase: string },
  hooks: ReadingHooks,
): Promise<ExportSummary> => {
  const handle = openSync(file, 'r');
  try {
    const { size } = regularFile(handle);
    return await readFrom(sodium, { handle, size }, passphrase, hooks);
  } finally {
    closeSync(handle);
  }
};
