import { useTranslation } from 'react-i18next';
import type { RecordCounts as Counts } from '#core/export-manifest';
import { formatNumber } from '#lib/format';
import css from './record-counts.module.css';

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

/** A picture is one thing to a person, in however many pieces it lies in the file. */
const PIECE = 'attachment-piece';

/** What an export holds, in words: "1,204 entries, 640 check-ins …"; kinds without a word of their own together. */
export const RecordCounts = ({ counts }: { readonly counts: Counts }) => {
  const { t } = useTranslation();
  const others = Object.entries(counts)
    .filter(([kind]) => !isNamed(kind) && kind !== PIECE)
    .reduce((sum, [, count]) => sum + count, 0);
  const lines = [...named.map((kind) => [kind, counts[kind] ?? 0] as const), ['other', others] as const];
  return (
    <ul className={css.counts}>
      {lines
        .filter(([, count]) => count > 0)
        .map(([kind, count]) => (
          <li key={kind}>{t(`records.${kind}`, { count, n: formatNumber(count) })}</li>
        ))}
    </ul>
  );
};
