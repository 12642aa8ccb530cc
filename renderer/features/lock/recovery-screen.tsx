import { useEffect, useState } from 'react';
import type { Recovery } from '#core/recovery';
import type { VaultProblem } from '#core/vault-status';
import { call } from '#lib/client';
import { useCallQuery } from '#lib/query-client';
import { FoundScreen } from './found-screen';
import { LookScreen } from './look-screen';
import type { RecoveryWays } from './recovery-ways';

type Props = Omit<RecoveryWays, 'keysLost' | 'onRecovered'> & {
  /** What stands in the way of opening the journal; null where that showed only while it was open. */
  readonly problem: VaultProblem | null;
  readonly onRecovered: (words: string) => void;
};

/** From a journal that cannot be opened to one that can: ask for its key, look at what is there, bring it back. */
export const RecoveryScreen = ({ problem, onRecovered, ...others }: Props) => {
  const status = useCallQuery('vault.status', {});
  const [found, setFound] = useState<Recovery | null>(null);
  // Whoever leaves leaves no key behind.
  useEffect(() => () => void call('recovery.forget', {}), []);
  const recovered = async (words: string): Promise<void> => {
    // What the lock screen shows next depends on it.
    await status.refetch();
    onRecovered(words);
  };
  const ways: RecoveryWays = {
    ...others,
    keysLost: problem === 'HEADER_MISSING' || problem === 'HEADER_DAMAGED',
    onRecovered: recovered,
  };
  if (found === null) return <LookScreen {...ways} onFound={setFound} />;
  const again = { ...ways, onBack: () => setFound(null) };
  return (
    <FoundScreen {...ways} found={found} onChange={setFound} onDeadEnd={found.salvageProblem === null ? ways : again} />
  );
};
