import { useTranslation } from 'react-i18next';
import type { RecordCounts as Counts } from '#core/export-manifest';
import { formatNumber } from '#lib/format';
import { recordWords } from '#lib/record-words';
import css from './record-counts.module.css';

type Props = {
  readonly counts: Counts;
  /** How many of them were deleted and can still be taken back. */
  readonly deleted?: number;
};

/** What an export holds, in words: "1,204 entries, 640 check-ins …"; kinds without a word of their own together. */
export const RecordCounts = ({ counts, deleted = 0 }: Props) => {
  const { t } = useTranslation();
  return (
    <>
      <ul className={css.counts}>
        {recordWords(counts).map(({ kind, words }) => (
          <li key={kind}>{words}</li>
        ))}
      </ul>
      {deleted > 0 && <p>{t('records.deleted', { count: deleted, n: formatNumber(deleted, 0) })}</p>}
    </>
  );
};
