import type { SyncService } from '#core/synced-folder';
import type { Journal } from '../journal';
import type { OfferedKey } from './offered-key';
import type { OpenVault } from './open-vault';

/** A vault while it is open, and what is known about this opening alone. */
export type Session = {
  vault: OpenVault;
  readonly journal: Journal;
  /** The folder of a sample journal, to be thrown away with it; null for a real one. */
  readonly throwAway: string | null;
  openedWithRecoveryKey: boolean;
  /** The service that seems to copy the vault's folder to other computers. */
  readonly syncedBy: SyncService | null;
  /** A backup was tried, and the journal still goes without one for too long. */
  backupOverdue: boolean;
  /** Before this opening a change of the key was cut short, and the person has not read that. */
  keyChangeInterrupted: boolean;
  /** Locked meanwhile: its key is overwritten, so nothing may be begun with it any more. */
  isClosed: boolean;
  /** The recovery key that is on the screen; null while none is. */
  offered: OfferedKey | null;
};
