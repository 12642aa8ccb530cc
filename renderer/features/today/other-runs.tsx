import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#core/local-date';
import type { Run } from '#core/run';
import { announce } from '#lib/announce';
import { formatDayShort, formatNumber } from '#lib/format';
import { useCallQuery } from '#lib/query-client';
import { Button } from '#ui/button';
import { Notice } from '#ui/notice';
import css from './clean-time.module.css';
import type { DayAndTime, Told } from './run-moment';

/** The runs besides one that is being told of: the one that goes on, and those that are over. */
export const useOtherRuns = (run: Run | null): { readonly open: Run | null; readonly all: readonly Run[] } => {
  const { data = [] } = useCallQuery('runs.list', {});
  const all = data.filter(({ id }) => id !== run?.id);
  return { open: all.find(({ ended }) => ended === null) ?? null, all };
};

const NO_END = '9999-12-31';

/** Whether two runs share days; where one ends the next may begin. */
const overlaps = (run: Run, { began, ended }: Told): boolean => {
  const to = ended === null ? NO_END : ended.day;
  if (began.day === null || to === null) return false;
  const last = run.ended?.day ?? NO_END;
  return (began.day < last && run.began.day < to) || (began.day === run.began.day && to === last);
};

/** What a run says of its days, in a sentence: "since 3 March", "from 3 March to 10 April". */
const useOverlapWords = (runs: readonly Run[]): string | null => {
  const { t } = useTranslation();
  const [run] = runs;
  if (run === undefined) return null;
  if (runs.length > 1) {
    return t('today.run.beside.overlapsMany', { count: runs.length, shown: formatNumber(runs.length, 0) });
  }
  const from = formatDayShort(run.began.day);
  return run.ended === null
    ? t('today.run.beside.overlapsOpen', { from })
    : t('today.run.beside.overlaps', { from, to: formatDayShort(run.ended.day) });
};

/** The last day to begin with where a run is to have one: the other's first, where it lies behind this one's. */
export const lastDayBeside = (open: Run | null, began: DayAndTime, today: LocalDate): LocalDate =>
  open !== null && began.day !== null && began.day < open.began.day ? open.began.day : today;

type Props = {
  /** The run as it is told now. */
  readonly told: Told;
  readonly others: ReturnType<typeof useOtherRuns>;
  readonly onEndOther: (open: Run) => void;
  readonly onGiveEnd: () => void;
};

/** Says before anything is saved how a run stands to the others: only one goes on, and shared days count once. */
export const OtherRuns = ({ told, others, onEndOther, onGiveEnd }: Props) => {
  const { t } = useTranslation();
  const open = told.ended === null ? others.open : null;
  const shared = useOverlapWords(others.all.filter((run) => run !== open && overlaps(run, told)));
  const goesOn = open === null ? null : t('today.run.beside.open', { from: formatDayShort(open.began.day) });
  useEffect(() => {
    if (goesOn !== null) announce(goesOn);
  }, [goesOn]);
  useEffect(() => {
    if (shared !== null) announce(shared);
  }, [shared]);
  return (
    <>
      {open !== null && (
        <Notice tone="dawn">
          <p>{goesOn}</p>
          <div className={css.choices} data-choices>
            <Button variant="ghost" onPress={() => onEndOther(open)}>
              {t('today.run.beside.thatEnded')}
            </Button>
            <Button variant="ghost" onPress={onGiveEnd}>
              {t('today.run.beside.thisEnded')}
            </Button>
          </div>
        </Notice>
      )}
      {shared !== null && <Notice>{shared}</Notice>}
    </>
  );
};
