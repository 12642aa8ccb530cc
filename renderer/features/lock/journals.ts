import type { VaultStatus } from '#core/vault-status';
import { formatMomentExactly } from '#lib/format';
import { systemZone } from '#lib/today';

/** The state of journals that are all closed. */
export type Locked = Extract<VaultStatus, { state: 'locked' }>;

type Journal = Locked['journals'][number];

/** The journal that the screen is for; undefined where there is none on the disk any more. */
export const currentOf = ({ journals }: Locked): Journal | undefined => journals.find(({ current }) => current);

/** Since when another stands in a journal's place, epoch ms; null where none does. */
export const replacedAt = ({ replaced }: Locked, id: string | undefined): number | null =>
  replaced.find((one) => one.id === id)?.at ?? null;

/** The journal that stands in the place of the current one, where that can be told. */
export const successorOf = (status: Locked): Journal | null => {
  const current = currentOf(status);
  if (current === undefined || replacedAt(status, current.id) === null) return null;
  const others = status.journals.filter((journal) => !journal.current);
  // Made of the same vault, it has its date, where that can still be read.
  const alike = others.filter(({ createdAt }) => current.createdAt === null || createdAt === current.createdAt);
  const [only, ...more] = alike;
  return only !== undefined && more.length === 0 ? only : null;
};

/** A date by which a journal is told apart: "Saturday 21 November 2026, 21:52". */
export const dateText = (at: number): string => formatMomentExactly({ at, zone: systemZone() });
