import type { Salvage } from '#core/recovery';
import type { SalvageOrder } from './salvage';
import type { TakeOrder } from './take-salvage';

/** What the salvage thread is to do. */
export type SalvageTask =
  /** Looks whether every page of a journal is as it was written; changes nothing, not even what opening would. */
  | { readonly task: 'survey'; readonly folder: string; readonly vaultKey: Uint8Array }
  | ({ readonly task: 'look' } & SalvageOrder)
  | ({ readonly task: 'take' } & TakeOrder);

/** The salvage thread's last word. */
export type SalvageMessage =
  | { readonly type: 'surveyed'; readonly isWhole: boolean }
  | { readonly type: 'salvaged'; readonly salvage: Salvage }
  | { readonly type: 'taken' };
