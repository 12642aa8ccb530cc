import { useState } from 'react';
import { holdsAnything, type Recovery } from '#core/recovery';
import { ChooseBackup } from './choose-backup';
import { NoWayBack } from './no-way-back';
import type { RecoveryWays } from './recovery-ways';
import { WholePages } from './whole-pages';

type Props = RecoveryWays & {
  readonly found: Recovery;
  readonly onChange: (found: Recovery) => void;
  /** The ways on where nothing can be brought back. */
  readonly onDeadEnd: RecoveryWays;
};

/** What is left of a journal: its pages, what can be read of them, its backups; and the way to bring it back. */
export const FoundScreen = ({ found, onChange, onDeadEnd, ...ways }: Props) => {
  const [wantsBackup, setWantsBackup] = useState(false);
  const { database, snapshots, salvage, salvageProblem } = found;
  const canChoose = snapshots.some(({ damaged }) => !damaged) || (salvage !== null && holdsAnything(salvage));
  if (database === 'whole' && !wantsBackup) {
    return <WholePages {...ways} onBackup={canChoose ? () => setWantsBackup(true) : null} />;
  }
  if (!canChoose) {
    const reason = database === 'elsewhere' ? 'damaged-there' : snapshots.length === 0 ? 'none' : 'damaged';
    return <NoWayBack {...onDeadEnd} reason={reason} salvageProblem={salvageProblem} />;
  }
  const shown = salvage !== null && !holdsAnything(salvage) ? { ...found, salvage: null } : found;
  return <ChooseBackup {...ways} found={shown} onChange={onChange} />;
};
