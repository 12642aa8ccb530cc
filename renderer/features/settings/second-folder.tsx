import { FolderOpen, HardDrive } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#core/errors';
import type { SecondFolder as Chosen } from '#core/snapshot';
import { call } from '#lib/client';
import { errorWords } from '#lib/error-words';
import { formatMomentInSentence, formatNumber } from '#lib/format';
import { useOneAtATime } from '#lib/one-at-a-time';
import { command, useCallQuery } from '#lib/query-client';
import { showToast } from '#lib/toasts';
import { systemZone, useToday } from '#lib/today';
import { Button } from '#ui/button';
import { ErrorState } from '#ui/error-state';
import { FolderPath } from '#ui/folder-path';
import { Notice } from '#ui/notice';
import css from './backups.module.css';

const useChoice = () => {
  const { t } = useTranslation();
  const choosing = useOneAtATime();
  const [error, setError] = useState<ErrorCode | null>(null);
  const send = async (folder: string | null): Promise<boolean> => {
    const sent = await command('snapshots.chooseSecond', { folder });
    setError(sent.ok ? null : sent.error.code);
    return sent.ok;
  };
  const choose = async (): Promise<void> => {
    const chosen = await call('shell.chooseFolder', {});
    if (!chosen.ok) setError(chosen.error.code);
    else if (chosen.value !== null) await send(chosen.value.ticket);
  };
  const stop = async (): Promise<void> => {
    if (await send(null)) showToast({ text: t('settings.backups.second.stopped') });
  };
  return {
    error,
    isRunning: choosing.isRunning,
    choose: () => void choosing.run(choose),
    stop: () => void choosing.run(stop),
  };
};

const Problem = ({ code }: { readonly code: ErrorCode }) => {
  const { t } = useTranslation();
  const { happened, safe, next } = errorWords(code, 'copies');
  return (
    <Notice icon={HardDrive} tone="dawn">
      <p className={css.strong}>{t('settings.backups.second.problem')}</p>
      <p>
        {happened} {safe} {next}
      </p>
    </Notice>
  );
};

/** Whether it is there, how new its newest copy is, and what it lacks. */
const useWords = ({ present, missing, leftOut, newest, problem }: Chosen): string[] => {
  const { t } = useTranslation();
  const today = useToday();
  if (!present) return [t('settings.backups.second.away')];
  const count = { count: missing, n: formatNumber(missing, 0) };
  const when = newest === null ? '' : formatMomentInSentence({ at: newest, zone: systemZone() }, today);
  const copied = newest === null ? [] : [t('settings.backups.second.newest', { when })];
  const left = (['earlier', 'damaged'] as const).flatMap((why) =>
    leftOut[why] === 0
      ? []
      : [t(`settings.backups.second.${why}`, { count: leftOut[why], n: formatNumber(leftOut[why], 0) })],
  );
  if (missing > 0) return [...copied, t(`settings.backups.second.${problem === null ? 'missing' : 'waiting'}`, count)];
  if (newest === null) return [t('settings.backups.second.empty'), ...left];
  return [t(`settings.backups.second.${left.length === 0 ? 'complete' : 'others'}`), ...left, ...copied];
};

const State = ({ second }: { readonly second: Chosen }) => {
  const lines = useWords(second);
  return (
    <div>
      {lines.map((line) => (
        <p key={line} className={css.state}>
          {line}
        </p>
      ))}
    </div>
  );
};

/** A stick is put in or taken out while somebody looks on. */
const LOOK_MS = 3000;

type Props = { readonly second: Chosen | null };

/** A folder on a stick or another disk that receives a copy of every backup: which, how it is, and the choice of one. */
export const SecondFolder = ({ second }: Props) => {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const { error, isRunning, choose, stop } = useChoice();
  useCallQuery('snapshots.list', {}, { asksEvery: second === null ? null : LOOK_MS });
  // Its own button goes with the folder.
  const stopAndStay = (): void => {
    button.current?.focus();
    stop();
  };
  return (
    <section className={css.second} aria-label={t('settings.backups.second.title')}>
      <h3>{t('settings.backups.second.title')}</h3>
      <p className={css.contents}>{t('settings.backups.second.more')}</p>
      {second !== null && <FolderPath folder={second.folder} />}
      {second !== null && <State second={second} />}
      {second !== null && second.problem !== null && <Problem code={second.problem} />}
      {error !== null && <ErrorState code={error} place="secondFolder" />}
      <div className={css.actions}>
        <Button
          ref={button}
          variant={second === null ? 'soft' : 'ghost'}
          icon={FolderOpen}
          isPending={isRunning}
          onPress={choose}
        >
          {t(second === null ? 'settings.backups.second.choose' : 'settings.backups.second.chooseOther')}
        </Button>
        {second !== null && (
          <Button variant="quiet" isPending={isRunning} onPress={stopAndStay}>
            {t('settings.backups.second.stop')}
          </Button>
        )}
      </div>
    </section>
  );
};
