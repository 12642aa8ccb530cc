import type { RecordCounts as Counts } from '#core/export-manifest';
import { recordWords } from '#lib/record-words';
import css from './record-counts.module.css';

/** What an export holds, in words: "1,204 entries, 640 check-ins …"; kinds without a word of their own together. */
export const RecordCounts = ({ counts }: { readonly counts: Counts }) => (
  <ul className={css.counts}>
    {recordWords(counts).map(({ kind, words }) => (
      <li key={kind}>{words}</li>
    ))}
  </ul>
);
