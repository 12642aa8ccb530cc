import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CleanTime } from '#core/clean-time';
import { ok } from '#core/result';
import type { Run } from '#core/run';
import { emptyProfile } from '#core/settings';
import { formatDayExactly, formatDayShort, formatNumber } from '#lib/format';
import { useOneAtATime } from '#lib/one-at-a-time';
import { command, useCallQuery } from '#lib/query-client';
import { takeRunBack } from '#lib/run-words';
import { tellFailure } from '#lib/tell-failure';
import { showToast } from '#lib/toasts';
import { useToday } from '#lib/today';
import { unsaved } from '#lib/unsaved-work';
import { useAutosave } from '#lib/use-autosave';
import { Button } from '#ui/button';
import { ErrorState } from '#ui/error-state';
import { IconButton } from '#ui/icon-button';
import { Skeleton } from '#ui/skeleton';
import { TextField } from '#ui/text-field';
import css from './clean-time.module.css';
import type { CleanTimeView } from './clean-time-dialog';
import { milestoneInWords } from './milestone-words';
import { daysOfRun } from './run-days';

type ViewProps = { readonly onView: (view: CleanTimeView) => void };

const Milestones = ({ reached }: { readonly reached: CleanTime['reached'] }) => {
  const { t } = useTranslation();
  return (
    <section className={css.section}>
      <h3>{t('today.cleanTime.milestones')}</h3>
      <p className={css.quietWords}>{t('today.cleanTime.howCounted')}</p>
      {reached.length === 0 ? (
        <p className={css.quietWords}>{t('today.cleanTime.noMilestones')}</p>
      ) : (
        <ol className={css.timeline}>
          {reached.map(({ key, day }) => (
            <li key={key} className={css.milestone}>
              <span>{milestoneInWords(key)}</span>
              <time className={css.quietWords} dateTime={day} title={formatDayExactly(day)}>
                {formatDayShort(day)}
              </time>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
};

const removeRun = async ({ id }: Run, words: { readonly deleted: string; readonly undo: string }): Promise<void> => {
  const result = await command('runs.delete', { id });
  if (!result.ok) return tellFailure(result.error.code);
  showToast({
    about: 'deleted-run',
    text: words.deleted,
    action: { label: words.undo, run: () => void takeRunBack(id) },
  });
};

type RowProps = ViewProps & { readonly run: Run; readonly runs: readonly Run[] };

const RunRow = ({ run, runs, onView }: RowProps) => {
  const { t } = useTranslation();
  const today = useToday();
  const removing = useOneAtATime();
  const { began, ended, endCause, note } = run;
  const from = formatDayShort(began.day);
  const span =
    ended === null ? t('today.run.since', { from }) : t('today.run.span', { from, to: formatDayShort(ended.day) });
  const count = daysOfRun(run, runs, today);
  // The day of a slip counts in no run, and that is not a zero.
  const days =
    count === 0 && ended === null
      ? t('today.cleanTime.begins')
      : t('today.run.days', { count, days: formatNumber(count, 0) });
  const cause = endCause === null ? [] : [t(`today.run.ended.${endCause}`)];
  const remove = () => removeRun(run, { deleted: t('today.run.deleted'), undo: t('ui.undo') });
  return (
    <li className={css.run}>
      <div className={css.runWords}>
        <p>{span}</p>
        <p className={css.quietWords}>{[days, ...cause].join(' · ')}</p>
        {note.trim() !== '' && (
          <p className={css.note} dir="auto">
            {note}
          </p>
        )}
      </div>
      {ended === null && (
        <Button variant="ghost" onPress={() => onView({ type: 'end', run })}>
          {t('today.run.end')}
        </Button>
      )}
      <div className={css.buttons}>
        <IconButton name={t('today.run.edit', { from })} icon={Pencil} onPress={() => onView({ type: 'edit', run })} />
        <IconButton name={t('today.run.delete', { from })} icon={Trash2} onPress={() => void removing.run(remove)} />
      </div>
    </li>
  );
};

const Runs = ({ onView }: ViewProps) => {
  const { t } = useTranslation();
  const { data, error, isPending, isError, refetch } = useCallQuery('runs.list', {});
  return (
    <section className={css.section}>
      <div className={css.sectionHead}>
        <h3>{t('today.run.title')}</h3>
        <Button variant="soft" onPress={() => onView({ type: 'edit', run: null })}>
          {t('today.run.add')}
        </Button>
      </div>
      {isPending && <Skeleton lines={3} />}
      {isError && <ErrorState code={error.code} onRetry={() => void refetch()} />}
      {data?.length === 0 && <p className={css.quietWords}>{t('today.run.none')}</p>}
      <ul>
        {data?.map((run) => (
          <RunRow key={run.id} run={run} runs={data} onView={onView} />
        ))}
      </ul>
    </section>
  );
};

const OwnLabel = () => {
  const { t } = useTranslation();
  const { data: profile = emptyProfile } = useCallQuery('profile.get', {});
  const [label, setLabel] = useState(profile.cleanTimeLabel);
  const cleanTimeLabel = label.trim();
  const autosave = useAutosave({
    save: async () =>
      cleanTimeLabel === profile.cleanTimeLabel ? ok(null) : command('profile.save', { cleanTimeLabel }),
    toSend: () => [unsaved('profile.save', { cleanTimeLabel })],
  });
  const change = (text: string): void => {
    setLabel(text);
    autosave.changed();
  };
  return (
    <TextField
      label={t('today.cleanTime.ownLabel')}
      placeholder={t('today.cleanTime.label')}
      value={label}
      maxLength={80}
      onChange={change}
      onBlur={() => void autosave.flush()}
      onKeyDown={(event) => event.key === 'Enter' && void autosave.flush()}
    />
  );
};

/** Milestones to look back on, every run there was, and what to call all this. */
export const CleanTimeOverview = ({ cleanTime, onView }: ViewProps & { readonly cleanTime: CleanTime | undefined }) => {
  const { t } = useTranslation();
  return (
    <div className={css.overview}>
      {cleanTime !== undefined && cleanTime.longestDays > 0 && (
        <p className={css.lead}>
          {t('today.cleanTime.summary', {
            count: cleanTime.totalDays,
            days: formatNumber(cleanTime.totalDays, 0),
            longest: formatNumber(cleanTime.longestDays, 0),
          })}
        </p>
      )}
      <Runs onView={onView} />
      <Milestones reached={cleanTime?.reached ?? []} />
      <OwnLabel />
    </div>
  );
};
