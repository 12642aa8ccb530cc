import fc from 'fast-check';
import { documentFromText } from '#core/document';
import { type ExportLine, exportLineTypes } from '#core/export-line';
import { foldLabel } from '#core/label';
import { LAST_INSTANT, type RecordId, type RecordVersion } from '#core/record';
import { journalLines } from '#tests/support/export-arbitraries';
import { instant, mood, text, version } from '#tests/support/value-arbitraries';

/** What became of a record on one side since both sides had the same. */
const fate = fc.record({
  did: fc.constantFrom('same', 'same', 'changed', 'moved', 'binned', 'taken-back', 'purged', 'missing'),
  version,
  at: instant,
  words: text,
  mood,
  keepsRevision: fc.boolean(),
});
type Fate = { readonly [K in 'did' | 'words']: string } & {
  readonly version: RecordVersion;
  readonly at: number;
  readonly mood: number | null;
  readonly keepsRevision: boolean;
};

const rankOf = ({ type }: ExportLine): number =>
  exportLineTypes.indexOf(type === 'attachment-piece' ? 'attachment' : type);

const inOrder = (lines: readonly ExportLine[]): ExportLine[] =>
  [...lines].sort((one, other) => rankOf(one) - rankOf(other));

const changed = (line: ExportLine, { version: next, words, mood: feels }: Fate): ExportLine => {
  const base = { version: next, updatedAt: Math.min(Number.parseInt(next.slice(0, 12), 16), LAST_INSTANT) };
  switch (line.type) {
    case 'entry':
      return { ...line, ...base, title: words, body: documentFromText(words), mood: feels };
    case 'check-in':
      return { ...line, ...base, note: words, mood: feels };
    case 'craving':
    case 'run':
    case 'goal-mark':
      return { ...line, ...base, note: words };
    case 'goal':
      return { ...line, ...base, why: words };
    case 'attachment':
      return { ...line, ...base, caption: words };
    default:
      return line;
  }
};

const isRecord = (line: ExportLine): line is Extract<ExportLine, { deletedAt: number | null }> =>
  'deletedAt' in line && 'id' in line && !['tag', 'feeling', 'trigger'].includes(line.type);

const fatedMark = (line: ExportLine, one: Fate): ExportLine[] => {
  if (one.did === 'missing') return [];
  return [one.did === 'changed' ? changed(line, one) : line];
};

const withEarlierState = (line: ExportLine, one: Fate): ExportLine[] => {
  const next = changed(line, one);
  if (line.type !== 'entry' || !one.keepsRevision) return [next];
  const { id: entry, version: before, title, body } = line;
  return [next, { type: 'revision', entry, version: before, savedAt: one.at, reason: 'edit', title, body }];
};

const fated = (line: ExportLine, one: Fate): ExportLine[] => {
  if (line.type === 'goal-mark') return fatedMark(line, one);
  if (!isRecord(line)) return [line];
  switch (one.did) {
    case 'changed':
      return withEarlierState(line, one);
    case 'moved':
      // Everything but the words.
      return [line.type === 'entry' ? { ...line, version: one.version, mood: one.mood } : line];
    case 'binned':
      return [{ ...line, version: one.version, deletedAt: one.at }];
    case 'taken-back':
      return [{ ...line, version: one.version, deletedAt: null }];
    case 'purged':
      return line.type === 'attachment'
        ? [line]
        : [{ type: 'tombstone', id: line.id, kind: line.type, version: one.version }];
    case 'missing':
      return line.type === 'attachment' ? [line] : [];
    default:
      return [line];
  }
};

const ownerOf = (line: ExportLine): RecordId | null => {
  if (line.type === 'revision' || line.type === 'attachment') return line.entry;
  if (line.type === 'goal-mark') return line.goal;
  if (line.type !== 'kept-version') return null;
  const { record } = line;
  if (record.type === 'setting') return null;
  if (record.type === 'goal-mark') return record.goal;
  return record.type === 'attachment' ? record.entry : record.id;
};

/** Leaves out what belongs to a record that is not there any more. */
const withoutOrphans = (before: readonly ExportLine[], lines: readonly ExportLine[]): ExportLine[] => {
  const idsOf = (all: readonly ExportLine[]) => new Set(all.flatMap((line) => (isRecord(line) ? [line.id] : [])));
  const there = idsOf(lines);
  const left = new Set([...idsOf(before)].filter((id) => !there.has(id)));
  const pictures = new Set<string>();
  return lines.filter((line) => {
    const owner = ownerOf(line);
    const isLeft = owner !== null && left.has(owner);
    if (isLeft && line.type === 'attachment') pictures.add(line.id);
    return !isLeft && !(line.type === 'attachment-piece' && pictures.has(line.attachment));
  });
};

const keyOf = (line: ExportLine): string => {
  if (line.type === 'setting') return `setting ${line.key}`;
  if (line.type === 'tag' || line.type === 'feeling' || line.type === 'trigger')
    return `${line.type} ${foldLabel(line.name)}`;
  return 'id' in line ? line.id : '';
};

const withoutDoubles = (lines: readonly ExportLine[]): ExportLine[] => {
  const known = new Set<string>();
  return lines.filter((line) => {
    const key = keyOf(line);
    if (key !== '' && known.has(key)) return false;
    known.add(key);
    return true;
  });
};

const side = (base: readonly ExportLine[]): fc.Arbitrary<ExportLine[]> =>
  fc
    .record({ fates: fc.array(fate, { minLength: base.length, maxLength: base.length }), own: journalLines })
    .map(({ fates, own }) => {
      const lines = base.flatMap((line, index) => {
        const one = fates[index];
        return one === undefined ? [line] : fated(line, one);
      });
      return withoutDoubles(inOrder([...withoutOrphans(base, lines), ...own]));
    });

/** Two journals that were once the same and went on apart, as the lines of their exports. */
export const twoJournals: fc.Arbitrary<{ readonly ours: ExportLine[]; readonly theirs: ExportLine[] }> =
  journalLines.chain((base) => fc.record({ ours: side(base), theirs: side(base) }));
