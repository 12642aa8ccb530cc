/** Where the screens of the recovery lead. */
export type RecoveryWays = {
  readonly note: string;
  /** The key files are gone or damaged. */
  readonly keysLost: boolean;
  /** To where the recovery was begun. */
  readonly onBack: () => void;
  /** Nothing stands in the way: opening the journal may be tried again. */
  readonly onRetry: () => void;
  /** To an export, which needs nothing of what lies here. */
  readonly onRestore: () => void;
  /** To backups in another folder; null on the way from there. */
  readonly onElsewhere: (() => void) | null;
  /** The journal can be opened again, as these words say. */
  readonly onRecovered: (words: string) => Promise<void>;
};
