import type { SnapshotManifest, SnapshotName } from '#core/snapshot';
import type { Contents } from './check-database';
import type { RekeyOrder } from './rekey-journal';
import type { RestoreOrder } from './restore-snapshot';
import type { SnapshotOrder } from './take-snapshot';

type Place = { readonly folder: string; readonly name: SnapshotName; readonly vaultKey: Uint8Array };

/** What the snapshot thread is to do. */
export type SnapshotTask =
  | ({ readonly task: 'take' } & SnapshotOrder)
  | ({ readonly task: 'verify' } & Place)
  /** Proves a snapshot's bytes; with `into`, makes a file of its database there that may be changed. */
  | ({ readonly task: 'prove'; readonly into: string | null } & Place)
  /** Copies a whole snapshot into another folder of snapshots and proves the copy. */
  | ({ readonly task: 'copy'; readonly into: string } & Place)
  | ({ readonly task: 'restore' } & RestoreOrder)
  /** Builds the journal anew under another key. */
  | ({ readonly task: 'rekey' } & RekeyOrder)
  /** Looks at every page of the journal's own database, which nobody has open. */
  | { readonly task: 'check'; readonly database: string; readonly vaultKey: Uint8Array };

/** What the snapshot thread says: that a file is copied, while it takes a snapshot, and its last word. */
export type SnapshotMessage =
  | { readonly type: 'copied' }
  | { readonly type: 'whole'; readonly manifest: SnapshotManifest }
  | { readonly type: 'sound'; readonly contents: Contents }
  | { readonly type: 'rekeyed' };

/** What the pages thread looks at: all pages of a database that nobody has open, and its index of words. */
export type PagesTask = { readonly database: string; readonly vaultKey: Uint8Array };

/** Its last word. */
export type PagesMessage = { readonly type: 'pages-read' };
