import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { VaultStatus } from '#core/vault-status';
import { EmergencyScreen } from '#features/emergency/emergency-screen';
import { CannotStart } from '#features/lock/cannot-start';
import { LockScreen } from '#features/lock/lock-screen';
import { fetchedView } from '#lib/fetched-view';
import { useShortcuts } from '#lib/keyboard';
import { lockJournal } from '#lib/lock-journal';
import { useCallQuery } from '#lib/query-client';
import css from './gate.module.css';

/** When the first screen has been painted; then the rest is fetched while the passphrase is typed. */
const AHEAD_MS = 250;

const openPages = fetchedView(async () => (await import('./open-pages')).OpenPages);
const firstRun = fetchedView(async () => (await import('#features/first-run/first-run')).FirstRun);
const restore = fetchedView(async () => (await import('#features/restore/restore-screen')).RestoreScreen);

const elsewhere = fetchedView(async () => (await import('#features/lock/elsewhere-screen')).ElsewhereScreen);

const fetchAhead = (): void => {
  for (const { fetch } of [openPages, firstRun, restore, elsewhere]) void fetch();
};

/** A way through several steps that goes on after the journal has opened underneath it. */
type Passage = 'first-run' | 'restore' | 'elsewhere' | null;

type DoorProps = {
  readonly status: VaultStatus;
  readonly passage: Passage;
  readonly onPassage: (passage: Passage) => void;
  /** Ends the passage once it is known what the journal's state has become. */
  readonly onLeave: () => void;
};

const Door = ({ status, passage, onPassage, onLeave }: DoorProps) => {
  const toRestore = (): void => onPassage('restore');
  const toElsewhere = (): void => onPassage('elsewhere');
  if (passage === 'elsewhere') return <elsewhere.View onDone={onLeave} onCancel={onLeave} onRestore={toRestore} />;
  if (passage === 'restore') return <restore.View onDone={onLeave} onCancel={onLeave} />;
  if (passage === 'first-run' || status.state === 'none') {
    const cancel = status.state === 'locked' ? onLeave : undefined;
    return <firstRun.View onDone={onLeave} onCancel={cancel} onRestore={toRestore} onElsewhere={toElsewhere} />;
  }
  if (status.state === 'locked') {
    return (
      <LockScreen
        status={status}
        onCreate={() => onPassage('first-run')}
        onRestore={toRestore}
        onElsewhere={toElsewhere}
      />
    );
  }
  return <openPages.View />;
};

/** Locks by Ctrl L whatever has the focus, also on the way through the first steps. */
const LockKey = () => {
  useShortcuts({ '$mod+l': () => void lockJournal() }, { evenInFields: true });
  return null;
};

/** Shows what the state of the journal allows: first run, lock screen, or the open pages; help always. */
export const Gate = () => {
  const status = useCallQuery('vault.status', {});
  const [passage, setPassage] = useState<Passage>(null);
  const [location, navigate] = useLocation();
  useEffect(() => {
    const timer = setTimeout(fetchAhead, AHEAD_MS);
    return () => clearTimeout(timer);
  }, []);
  const wantsHelp = location === '/emergency';
  if (status.data === undefined && wantsHelp) return <EmergencyScreen />;
  // Once it is known, asking again in vain changes nothing: an open page must not go away for it.
  if (status.data === undefined) {
    return status.isError ? <CannotStart code={status.error.code} onRetry={() => void status.refetch()} /> : null;
  }
  // Kept from here on: the journal opens as soon as it is made, long before the first run is over.
  if (status.data.state === 'none' && passage === null) setPassage('first-run');
  const leave = async (): Promise<void> => {
    const { data } = await status.refetch();
    // A journal just made or restored begins on Today, wherever the one before it was left.
    if (data?.state === 'open') navigate('/today', { replace: true });
    setPassage(null);
  };
  const helping = wantsHelp && (status.data.state !== 'open' || passage !== null);
  return (
    <>
      {status.data.state === 'open' && <LockKey />}
      {helping && <EmergencyScreen />}
      {/* Hidden, not gone: a recovery key is shown only once, and what was typed must still be there afterwards. */}
      <div className={css.view} hidden={helping}>
        <Door status={status.data} passage={passage} onPassage={setPassage} onLeave={() => void leave()} />
      </div>
    </>
  );
};
