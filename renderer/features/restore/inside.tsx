import { CalendarClock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ExportPreview } from '#core/export-manifest';
import { dayOf, localDate } from '#core/local-date';
import { formatBytes, formatDayExactly, formatMomentInSentence } from '#lib/format';
import { systemZone } from '#lib/today';
import { Card } from '#ui/card';
import { Notice } from '#ui/notice';
import { RecordCounts } from '#ui/record-counts';
import css from './restore.module.css';

/** A clock a little fast is nothing to speak of. */
const TOLERATED_MS = 24 * 60 * 60 * 1000;

const aheadText = (latestAt: number | null): string | null =>
  latestAt !== null && latestAt > Date.now() + TOLERATED_MS ? formatDayExactly(dayOf(latestAt, systemZone())) : null;

type Props = { readonly preview: ExportPreview; readonly name: string };

const dayText = (day: string | null): string | null => {
  const parsed = localDate.safeParse(day);
  return parsed.success ? formatDayExactly(parsed.data) : null;
};

/** What an export holds, told before anything is written. */
export const Inside = ({ preview, name }: Props) => {
  const { t } = useTranslation();
  const first = dayText(preview.firstDay);
  const last = dayText(preview.lastDay);
  const ahead = aheadText(preview.latestAt);
  const when = formatMomentInSentence({ at: preview.exportedAt, zone: systemZone() });
  return (
    <Card title={t('restore.insideTitle')} aside={t('restore.madeOn', { when })}>
      <div className={css.inside}>
        <p className={css.file}>{name}</p>
        <RecordCounts counts={preview.counts} deleted={preview.deleted} />
        {first !== null && last !== null && (
          <p>{first === last ? t('restore.oneDay', { day: first }) : t('restore.days', { first, last })}</p>
        )}
        {ahead !== null && <Notice icon={CalendarClock}>{t('restore.ahead', { when: ahead })}</Notice>}
        <p className={css.small}>{t('restore.size', { size: formatBytes(preview.bytes) })}</p>
      </div>
    </Card>
  );
};
