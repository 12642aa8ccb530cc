const DAY = 86_400_000;
/** So long a journal may be used without a verified backup before the person is told. */
const OVERDUE_DAYS = 14;

type Dates = {
  /** When a backup was last verified, epoch ms; null when never. */
  readonly verifiedAt: number | null;
  readonly createdAt: number;
  readonly now: number;
};

/**
 * The instant (epoch ms) behind the last verified backup, or the journal's beginning where there is none, when that lies 14
 * days back or more; null while it does not. A backup dated ahead was dated by a clock that was wrong: it says nothing.
 */
export const backupOverdueSince = ({ verifiedAt, createdAt, now }: Dates): number | null => {
  const last = verifiedAt !== null && verifiedAt < now + DAY ? verifiedAt : createdAt;
  return now - last >= OVERDUE_DAYS * DAY ? last : null;
};
