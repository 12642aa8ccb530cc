import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrillReport, LastDrill } from '#core/drill';
import type { SnapshotName, SnapshotSummary } from '#core/snapshot';
import { backupMoment, backupMomentInSentence } from '#lib/backup-moment';
import { isolated } from '#lib/bidi';
import { formatDayExactly, formatMomentInSentence } from '#lib/format';
import { useJob } from '#lib/job';
import { command, refresh, useCallQuery } from '#lib/query-client';
import { systemZone, useToday } from '#lib/today';
import { Button } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { ErrorState } from '#ui/error-state';
import { JobProgress } from '#ui/job-progress';
import { Segmented } from '#ui/segmented';
import css from './backups.module.css';
import { DrillDone } from './drill-done';
import { ChooseExportFile, ChooseSnapshot, type ExportSource } from './drill-source';
import { SettingRow } from './setting-row';

type Kind = 'snapshot' | 'export';

/** What is to be tested, as far as it is chosen. */
const useSource = (snapshots: readonly SnapshotSummary[]) => {
  const [kind, setKind] = useState<Kind>('snapshot');
  const [name, setName] = useState<SnapshotName | null>(null);
  const [file, setFile] = useState<ExportSource | null>(null);
  const chosen = name ?? snapshots[0]?.name ?? null;
  const isReady = kind === 'snapshot' ? chosen !== null : file !== null && file.passphrase !== '';
  return { kind, setKind, chosen, setName, file, setFile, isReady };
};

type Source = ReturnType<typeof useSource>;

const useDrill = ({ kind, chosen, file }: Source) => {
  const job = useJob();
  const [report, setReport] = useState<DrillReport | null>(null);
  const run = async (): Promise<void> => {
    setReport(
      await job.run((id) =>
        kind === 'export' && file !== null
          ? command('drill.export', { job: id, source: file.ticket, passphrase: file.passphrase })
          : command('drill.snapshot', { job: id, name: chosen }),
      ),
    );
    // How it ended is noted by the worker, also where it ended badly.
    if (job.state.read().error !== null) refresh(['snapshots', 'status']);
  };
  return { ...job, report, run };
};

type SourceProps = {
  readonly source: Source;
  readonly snapshots: readonly SnapshotSummary[];
  /** What went wrong before has to do with another choice. */
  readonly onChanged: () => void;
};

const ChooseSource = ({ source, snapshots, onChanged }: SourceProps) => {
  const { t } = useTranslation();
  const changing =
    <T,>(change: (value: T) => void) =>
    (value: T): void => {
      onChanged();
      change(value);
    };
  const { kind, chosen, file } = source;
  return (
    <>
      <Segmented<Kind>
        label={t('settings.backups.test.source')}
        options={[
          { id: 'snapshot', label: t('settings.backups.test.sources.snapshot') },
          { id: 'export', label: t('settings.backups.test.sources.export') },
        ]}
        value={kind}
        onChange={changing(source.setKind)}
      />
      {kind === 'export' && <ChooseExportFile source={file} onChange={changing(source.setFile)} />}
      {kind === 'snapshot' && chosen === null && <p>{t('settings.backups.test.none')}</p>}
      {kind === 'snapshot' && chosen !== null && (
        <ChooseSnapshot snapshots={snapshots} chosen={chosen} onChoose={changing(source.setName)} />
      )}
    </>
  );
};

type Props = {
  /** All there are, newest first. */
  readonly snapshots: readonly SnapshotSummary[];
  readonly onClose: () => void;
};

/** Which backup, how far its test is, and then what came back of it. */
const DrillDialog = ({ snapshots, onClose }: Props) => {
  const { t } = useTranslation();
  const form = useId();
  const testable = snapshots.filter(({ damaged }) => !damaged);
  const source = useSource(testable);
  const today = useToday();
  const { report, run, error, progress, isRunning, isCancelling, cancel, reset } = useDrill(source);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (source.isReady && !isRunning) void run();
  };
  const footer = (
    <>
      <Button variant="ghost" onPress={isRunning ? cancel : onClose}>
        {t('ui.cancel')}
      </Button>
      <Button type="submit" form={form} isPending={isRunning} isDisabled={!source.isReady}>
        {t('settings.backups.test.begin')}
      </Button>
    </>
  );
  const isFailed = error !== null && error.code !== 'CANCELLED';
  if (report !== null) {
    const { madeAt: takenAt } = report;
    const moment =
      source.kind === 'snapshot' ? backupMoment({ takenAt }, snapshots) : { at: takenAt, zone: systemZone() };
    return <DrillDone report={report} when={formatMomentInSentence(moment, today)} onClose={onClose} />;
  }
  return (
    <Dialog title={t('settings.backups.test.dialog')} isOpen onClose={isRunning ? cancel : onClose} footer={footer}>
      {/* In a low window there is room for this or for what went wrong. */}
      {!isFailed && <p>{t('settings.backups.test.lead')}</p>}
      {!isRunning && (
        <form id={form} onSubmit={submit} className={css.choice}>
          <ChooseSource source={source} snapshots={testable} onChanged={reset} />
        </form>
      )}
      {isFailed && <ErrorState code={error.code} place="drill" />}
      {isRunning && <JobProgress job={{ progress, isCancelling }} />}
    </Dialog>
  );
};

/** How the last test ended and of what it was; where it ended badly, also the last that ended well. */
const useOutcome = (snapshots: readonly SnapshotSummary[]): string => {
  const { t } = useTranslation();
  const { data: last } = useCallQuery('drill.last', {});
  if (last === undefined || last === null) return t('settings.backups.test.never');
  const tell = (end: 'whole' | 'damaged', { day, of }: Pick<LastDrill, 'day' | 'of'>): string => {
    const date = formatDayExactly(day);
    if (of === null) return t(`settings.backups.test.${end}`, { date });
    if (of.kind === 'export') return t(`settings.backups.test.${end}Export`, { date, name: isolated(of.name) });
    return t(`settings.backups.test.${end}Snapshot`, { date, when: backupMomentInSentence(of, snapshots) });
  };
  const { lastWhole } = last;
  const before = lastWhole === null ? [] : [tell('whole', lastWhole)];
  return [tell(last.whole ? 'whole' : 'damaged', last), ...before].join(' ');
};

/** When a backup was last tested and how that ended, and the way to test one. */
export const Drill = ({ snapshots }: { readonly snapshots: readonly SnapshotSummary[] }) => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const state = useOutcome(snapshots);
  return (
    <>
      <SettingRow title={t('settings.backups.test.title')} more={state}>
        <Button variant="soft" onPress={() => setOpen(true)}>
          {t('settings.backups.test.run')}
        </Button>
      </SettingRow>
      {isOpen && <DrillDialog snapshots={snapshots} onClose={() => setOpen(false)} />}
    </>
  );
};
