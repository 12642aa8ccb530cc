import { CircleCheck, KeyRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { VaultProblem } from '#core/vault-status';
import { announce } from '#lib/announce';
import { fetchedView } from '#lib/fetched-view';
import { formatMomentInSentence } from '#lib/format';
import { newsIn, RECOVERY_PATH } from '#lib/lock-journal';
import { refresh } from '#lib/query-client';
import { systemZone, useToday } from '#lib/today';
import { Notice } from '#ui/notice';
import { currentOf, type Locked, replacedAt } from './journals';
import { ProblemScreen } from './problem-screen';
import { UnlockScreen } from './unlock-screen';

const recovery = fetchedView(async () => (await import('./recovery-screen')).RecoveryScreen);

type Props = {
  readonly status: Locked;
  readonly onCreate: () => void;
  readonly onRestore: () => void;
  readonly onElsewhere: () => void;
};

const useNote = ({ backupVerifiedAt }: Locked): string => {
  const { t } = useTranslation();
  const today = useToday();
  if (backupVerifiedAt === null) return `${t('lock.noBackup')} · ${t('lock.staysHere')}`;
  const when = formatMomentInSentence({ at: backupVerifiedAt, zone: systemZone() }, today);
  return `${t('lock.backupVerified', { when })} · ${t('lock.staysHere')}`;
};

/** Words on what has just been done, and of which journal; null for whichever is shown. */
type News = { readonly words: string; readonly of: string | null };

/** What has just been done for this journal, at first what the path brings. */
const useNews = (id: string | undefined) => {
  const { t } = useTranslation();
  const [location, navigate] = useLocation();
  const brought = newsIn(location);
  const state = useState<News | null>(brought === null ? null : { words: t(`lock.news.${brought}`), of: id ?? null });
  useEffect(() => {
    if (brought === null) return;
    announce(t(`lock.news.${brought}`));
    navigate('/', { replace: true });
  }, [brought, navigate, t]);
  return state;
};

/** How a change of the key ended of which nobody could be told: what the path would have brought, or that it came to nothing. */
const useKeyChange = ({ keyChange }: Locked): string | null => {
  const { t } = useTranslation();
  if (keyChange === null) return null;
  return t(`lock.news.${keyChange === 'completed' ? 'encrypted' : keyChange}`);
};

/** Whether what can be brought back is being looked for: from the start where the journal was locked for that. */
const useRecovering = () => {
  const [location, navigate] = useLocation();
  const isAsked = location === RECOVERY_PATH;
  const state = useState(isAsked);
  useEffect(() => {
    if (isAsked) navigate('/', { replace: true });
  }, [isAsked, navigate]);
  return state;
};

/** The closed door: how to open it and, where it cannot be opened, ways on. Says nothing about what is inside. */
export const LockScreen = ({ status, onCreate, onRestore, onElsewhere }: Props) => {
  // What only showed when the key was tried, and of which journal.
  const [found, setFound] = useState<{ readonly problem: VaultProblem; readonly id: string | undefined } | null>(null);
  const [isRecovering, setRecovering] = useRecovering();
  const note = useNote(status);
  const id = currentOf(status)?.id;
  const [news, setNews] = useNews(id);
  const keyChange = useKeyChange(status);
  const problem = status.problem ?? (found?.id === id ? (found?.problem ?? null) : null);
  const retry = (): void => {
    setFound(null);
    setRecovering(false);
    refresh(['status']);
  };
  const recovered = (words: string): void => {
    setFound(null);
    setRecovering(false);
    setNews({ words, of: null });
    // The field below takes the focus.
    announce(words);
  };
  const ways = { note, onRetry: retry, onRestore, onElsewhere };
  if (isRecovering) {
    const back = (): void => setRecovering(false);
    return <recovery.View {...ways} problem={problem} onBack={back} onRecovered={recovered} />;
  }
  if (problem !== null) {
    return <ProblemScreen {...ways} problem={problem} status={status} onRecover={() => setRecovering(true)} />;
  }
  const isNew = news !== null && (news.of ?? id) === id && replacedAt(status, id) === null;
  const words = isNew ? news.words : keyChange;
  return (
    <UnlockScreen
      status={status}
      note={note}
      news={
        words !== null && <Notice icon={status.keyChange === 'interrupted' ? KeyRound : CircleCheck}>{words}</Notice>
      }
      onProblem={(shown) => setFound({ problem: shown, id })}
      onCreate={onCreate}
      onRestore={onRestore}
      onElsewhere={onElsewhere}
    />
  );
};
