import type { ExportLine, KeptRecord } from '#core/export-line';
import { foldLabel } from '#core/label';
import { digestOf } from '#worker/merge/record-digest';
import type { MergeRecord } from '#worker/merge/record-store';
import { keyOf, ownerOf } from '#worker/merge/record-stores';

type Fields = Readonly<Record<string, unknown>>;

const without = (record: object, names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));

const said = (record: object, names: readonly string[] = []): string =>
  Buffer.from(digestOf(without(record, names))).toString('hex');

const isDeleted = (line: ExportLine): boolean =>
  line.type === 'tombstone' || ('deletedAt' in line && line.deletedAt !== null);

const isLabel = (line: ExportLine): line is Extract<ExportLine, { archived: boolean }> => 'archived' in line;

const meaningOf = (line: ExportLine): string => {
  if (isLabel(line)) return JSON.stringify([line.version, line.archived, line.deletedAt !== null]);
  if (isDeleted(line)) return 'deleted';
  if (line.type === 'revision') return said(line, ['savedAt', 'reason']);
  if (line.type === 'kept-version') return 'kept';
  return said(line, ['createdAt', 'thumbnail']);
};

const nameOf = (line: ExportLine): string => {
  if (line.type === 'attachment-piece') return `piece ${line.attachment} ${line.piece}`;
  // Deleted is deleted, whether it lies in the bin or is gone.
  if (line.type === 'tombstone') return line.id;
  const key = keyOf(line as MergeRecord);
  return 'id' in line && !isLabel(line) ? key : `${line.type} ${key}`;
};

/**
 * What a journal amounts to, for comparing: not in which order, under which spelling or id of a name, nor when something
 * was kept or put into the bin. Settings have no versions and are left out; so is what belongs to something deleted.
 */
export const stateOf = (lines: readonly ExportLine[]): Readonly<Record<string, string>> => {
  const deleted = new Set(lines.filter(isDeleted).map((line) => ('id' in line ? line.id : '')));
  const isSetting = (line: ExportLine): boolean =>
    line.type === 'setting' || (line.type === 'kept-version' && line.record.type === 'setting');
  const belongsToDeleted = (line: ExportLine): boolean => {
    if (line.type === 'attachment-piece') return deleted.has(line.attachment);
    if (isDeleted(line) || isLabel(line)) return false;
    const owner = ownerOf(line as MergeRecord);
    return owner !== null && deleted.has(owner);
  };
  const kept = lines.filter((line) => !isSetting(line) && !belongsToDeleted(line));
  const pictures = new Set(kept.flatMap((line) => (line.type === 'attachment' ? [line.id] : [])));
  return Object.fromEntries(
    kept
      .filter((line) => line.type !== 'attachment-piece' || pictures.has(line.attachment))
      .map((line) => [nameOf(line), meaningOf(line)] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
};

const OWN = ['version', 'createdAt', 'updatedAt', 'deletedAt', 'wordCount', 'thumbnail'];
const WORDS = ['title', 'body'];

type Sides = {
  readonly before: readonly ExportLine[];
  readonly there: readonly ExportLine[];
  readonly after: readonly ExportLine[];
};

/** Everything that can be found in a journal, by what it says. */
const holdingsOf = (lines: readonly ExportLine[]) => {
  const whole = new Set<string>();
  const words = new Set<string>();
  const rests = new Set<string>();
  for (const line of lines) {
    const record: ExportLine | KeptRecord = line.type === 'kept-version' ? line.record : line;
    if (isLabel(line)) whole.add(`${line.type} ${foldLabel(line.name)}`);
    else whole.add(said(record, OWN));
    if (line.type === 'revision') words.add(said({ of: line.entry, title: line.title, body: line.body }));
    if (line.type === 'revision') whole.add(said({ of: line.entry, version: line.version, body: line.body }));
    if (record.type !== 'entry') continue;
    words.add(said({ of: record.id, title: record.title, body: record.body }));
    rests.add(said(record, [...OWN, ...WORDS]));
  }
  return { whole, words, rests };
};

const isFound = (line: ExportLine, found: ReturnType<typeof holdingsOf>): boolean => {
  if (isLabel(line)) return found.whole.has(`${line.type} ${foldLabel(line.name)}`);
  if (line.type === 'tombstone' || (line.type === 'setting' && line.value === '')) return true;
  if (line.type === 'revision')
    return found.whole.has(said({ of: line.entry, version: line.version, body: line.body }));
  if (line.type === 'kept-version') return found.whole.has(said(line.record, OWN));
  if (found.whole.has(said(line, OWN))) return true;
  if (line.type !== 'entry') return false;
  return (
    found.words.has(said({ of: line.id, title: line.title, body: line.body })) &&
    found.rests.has(said(line, [...OWN, ...WORDS]))
  );
};

/** What either journal held before a merge and cannot be found after it; what was deleted here for good, and is, counts for nothing. */
export const lost = ({ before, there, after }: Sides): readonly ExportLine[] => {
  const found = holdingsOf(after);
  const gone = new Set(after.flatMap((line) => (line.type === 'tombstone' ? [line.id] : [])));
  const pictures = new Set(
    [...before, ...there].flatMap((line) => (line.type === 'attachment' && gone.has(line.entry) ? [line.id] : [])),
  );
  const isGone = (line: ExportLine): boolean => {
    if (line.type === 'attachment-piece') return pictures.has(line.attachment);
    if (isLabel(line)) return false;
    const owner = ownerOf(line as MergeRecord);
    return owner !== null && gone.has(owner);
  };
  return [...before, ...there].filter((line) => !isGone(line) && !isFound(line, found));
};
