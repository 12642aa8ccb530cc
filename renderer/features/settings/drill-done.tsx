import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DrillReport } from '#core/drill';
import { isolated } from '#lib/bidi';
import { firstWords } from '#lib/first-words';
import { formatDayExactly, formatNumber } from '#lib/format';
import { Button } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { Notice } from '#ui/notice';
import css from './backups.module.css';

const useLastEntry = ({ last }: DrillReport): string => {
  const { t } = useTranslation();
  if (last === null) return t('settings.backups.test.noEntry');
  const title = last.title.trim() || firstWords(last.excerpt).line || t('inside.untitled');
  return t('settings.backups.test.lastEntry', { day: formatDayExactly(last.day), title: isolated(title) });
};

type Props = {
  readonly report: DrillReport;
  /** When the backup was made, as it is told apart from others, within a sentence. */
  readonly when: string;
  readonly onClose: () => void;
};

/** What came back of the backup that was tested, to be compared with what the person remembers. */
export const DrillDone = ({ report, when, onClose }: Props) => {
  const { t } = useTranslation();
  const { entries, checkIns, goals } = report;
  const last = useLastEntry(report);
  const count = (kind: 'entry' | 'check-in' | 'goal', value: number): string =>
    t(`records.${kind}`, { count: value, n: formatNumber(value, 0) });
  const footer = <Button onPress={onClose}>{t('ui.done')}</Button>;
  return (
    <Dialog title={t('settings.backups.test.done')} isOpen onClose={onClose} footer={footer}>
      <Notice icon={ShieldCheck}>{t('settings.backups.test.doneLead', { when })}</Notice>
      <ul className={css.steps}>
        <li>{count('entry', entries)}</li>
        <li>{count('check-in', checkIns)}</li>
        <li>{count('goal', goals)}</li>
      </ul>
      <div>
        <p className={css.strong}>{t('settings.backups.test.last')}</p>
        <p dir="auto">{last}</p>
      </div>
      <p className={css.contents}>{t('settings.backups.test.removed')}</p>
    </Dialog>
  );
};
