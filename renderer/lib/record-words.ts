import type { RecordCounts } from '#core/export-manifest';
import { formatNumber } from './format';
import { i18n } from './i18n';

/** In the order in which a person would ask for them. */
const named = [
  'entry',
  'revision',
  'attachment',
  'check-in',
  'craving',
  'run',
  'goal',
  'goal-mark',
  'tag',
  'feeling',
  'trigger',
  'setting',
  'kept-version',
  'tombstone',
] as const;
type Named = (typeof named)[number];
const isNamed = (kind: string): kind is Named => named.some((name) => name === kind);

/** A picture is one thing to a person, in however many pieces it lies in a file. */
const PIECE = 'attachment-piece';

/** How many records there are of each kind, in words: "1,204 entries", "640 check-ins"; kinds without a word of their own together. */
export const recordWords = (counts: RecordCounts): readonly { readonly kind: string; readonly words: string }[] => {
  const others = Object.entries(counts)
    .filter(([kind]) => !isNamed(kind) && kind !== PIECE)
    .reduce((sum, [, count]) => sum + count, 0);
  const all = [...named.map((kind) => [kind, counts[kind] ?? 0] as const), ['other', others] as const];
  return all
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => ({ kind, words: i18n.t(`records.${kind}`, { count, n: formatNumber(count) }) }));
};
