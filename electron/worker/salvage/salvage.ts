import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#core/errors';
import type { RecordCounts } from '#core/export-manifest';
import type { Salvage } from '#core/recovery';
import type { SnapshotName } from '#core/snapshot';
import type { Database } from '../db/database';
import { toAppError } from '../db/database-error';
import { currentSchema, migrate } from '../db/migrate';
import { createDatabase } from '../db/open-database';
import { fillUnsynced } from '../exports/fill-unsynced';
import { storeRecords } from '../exports/store-records';
import type { ExportRecord } from '../exports/thread-messages';
import { journalOf } from '../journal';
import { becomeDevice } from '../repositories/device';
import { pauseEntryIndex } from '../repositories/entry-index';
import { findSetting, listSettings, saveSetting } from '../repositories/setting';
import { checkDatabase } from '../snapshots/check-database';
import type { Tick } from '../snapshots/read-pages';
import { databaseKey } from '../vault/keys';
import { removeTrialFolder } from '../vault/trial-folder';
import { UNFINISHED } from '../vault/unfinished';
import { databaseFile } from '../vault/vault-files';
import { copyAside } from './aside';
import { copyDrafts } from './copy-drafts';
import { type Gathered, gather, type Loss, schemaOf } from './gather';
import { copyPointedAt, isPointedAt, wantedOf } from './other-journal';
import { openPages } from './page-source';
import { openScratch } from './scratch';
import { dropTornAttachments, type Origin, soundRecords } from './sound-records';
import { openNewestWhole } from './whole-snapshot';

export type SalvageOrder = {
  /** The folder that holds the journals, and the name (a UUID) that the new one gets in it when it is taken. */
  readonly home: string;
  readonly id: string;
  /** The damaged journal. */
  readonly folder: string;
  readonly vaultKey: Uint8Array;
  /** Its snapshots, the newest first: where the journal has gaps, the newest whole one fills them. */
  readonly snapshots: string;
  readonly names: readonly SnapshotName[];
  /** For what has to be made anew, epoch ms. */
  readonly now: number;
};

const WAITING = `${UNFINISHED}salvage-`;

/** Where what was salvaged waits until it is taken. */
export const salvageFolder = (home: string, id: string): string => join(home, `${WAITING}${id}`);

/** Lets go of all that was salvaged and not taken, also of what a crash left behind, as far as it can; never throws. */
export const dropSalvaged = (home: string): void => {
  try {
    for (const name of existsSync(home) ? readdirSync(home) : []) {
      if (name.startsWith(WAITING)) removeTrialFolder(join(home, name));
    }
  } catch {
    // The folder of the journals cannot be looked into; whatever needs it next tells that, and the next start drops again.
  }
};

export type Ticks = { readonly copying: Tick; readonly reading: Tick; readonly storing: Tick; readonly checking: Tick };

type Pulled = Gathered & {
  /** Ids, in hex, of rows that were put in from the snapshot because others point at them. */
  readonly copied: ReadonlySet<string>;
};

/** Reads what can be read into `scratch`. */
const pull = (file: string, scratch: Database, order: SalvageOrder, other: Database | null, tick: Tick): Pulled => {
  const source = openPages(file, databaseKey(order.vaultKey));
  let copied: ReadonlySet<string> = new Set();
  try {
    const gathered = gather(source, scratch, {
      keyHex: databaseKey(order.vaultKey),
      tick,
      now: order.now,
      mendFirst: (losses) => {
        if (other !== null) copied = copyPointedAt(scratch, other, losses);
      },
    });
    return { ...gathered, copied };
  } finally {
    source.close();
  }
};

/** What is lost besides: attachments of which a piece is. */
const withTornAttachments = (pulled: Pulled, scratch: Database): Pulled => {
  const torn = dropTornAttachments(scratch).map((id) => id.replaceAll('-', ''));
  const before = pulled.losses.get('attachment');
  if (torn.length === 0 || before === undefined) return pulled;
  const loss: Loss = { ...before, keys: new Set([...before.keys, ...torn]), count: before.count + torn.length };
  return { ...pulled, losses: new Map([...pulled.losses, ['attachment', loss]]) };
};

/** Settings lie outside what an export carries: it is the same vault on the same computer still, though a copy of it. */
const storeSettings = (db: Database, scratch: Database, other: Database | null): void => {
  for (const { key, value } of listSettings(scratch)) saveSetting(db, key, value);
  for (const { key, value } of other === null ? [] : listSettings(other)) {
    if (findSetting(db, key) === undefined) saveSetting(db, key, value);
  }
  becomeDevice(db);
};

const counter = (pulled: Pulled) => {
  const found: Record<string, number> = {};
  const filled: Record<string, number> = {};
  let latestAt: number | null = null;
  const take = (record: ExportRecord, origin: Origin): void => {
    const isCopied = 'id' in record && pulled.copied.has(record.id.replaceAll('-', ''));
    const counts = origin === 'other' || isCopied ? filled : found;
    counts[record.type] = (counts[record.type] ?? 0) + 1;
    if (counts === found && 'updatedAt' in record) latestAt = Math.max(latestAt ?? record.updatedAt, record.updatedAt);
  };
  return { take, found, filled, latest: (): number | null => latestAt };
};

const typeOf: Readonly<Record<string, ExportRecord['type']>> = {
  tag: 'tag',
  feeling: 'feeling',
  trigger_label: 'trigger',
  entry: 'entry',
  revision: 'revision',
  check_in: 'check-in',
  craving: 'craving',
  goal: 'goal',
  run: 'run',
  attachment: 'attachment',
};

const missingOf = ({ losses }: Pulled, filled: RecordCounts): RecordCounts => {
  const entries = [...losses].map(([table, { count }]) => {
    const type = typeOf[table] ?? table;
    // Rows that were put in their old place are not counted as lost any more.
    return [type, isPointedAt(table) ? count : Math.max(0, count - (filled[type] ?? 0))] as const;
  });
  return Object.fromEntries(entries.filter(([, count]) => count > 0));
};

/** Stores everything sound into a journal of its own. */
const build = async (
  db: Database,
  { scratch, other, pulled, tick }: { scratch: Database; other: Database | null; pulled: Pulled; tick: Tick },
): Promise<Omit<Salvage, 'binned'>> => {
  const journal = journalOf(db, { now: () => 0, zone: () => 'UTC' });
  const store = storeRecords(journal);
  const counts = counter(pulled);
  const buildIndex = pauseEntryIndex(db);
  const wants = other === null ? () => false : wantedOf(scratch, other, pulled);
  const fill = async (): Promise<void> => {
    for (const [record, origin] of soundRecords(scratch, { other, wants })) {
      store([record]);
      counts.take(record, origin);
      tick(1);
    }
  };
  await fillUnsynced(db, fill, () => {
    buildIndex();
    storeSettings(db, scratch, pulled.torn.has('setting') ? other : null);
    copyDrafts(scratch, db);
  });
  const { found, filled } = counts;
  return { found, filled, missing: missingOf(pulled, filled), isUnsure: pulled.isUnsure, latestAt: counts.latest() };
};

/** Reads back what was made, and tells how much of it is deleted. */
const check = (
  file: string,
  order: SalvageOrder,
  { found, filled }: Pick<Salvage, 'found' | 'filled'>,
  tick: Tick,
): Salvage['binned'] => {
  const { counts, binned } = checkDatabase(file, databaseKey(order.vaultKey), tick);
  const isThere = Object.keys({ ...found, ...filled }).every(
    (type) => counts[type] === (found[type] ?? 0) + (filled[type] ?? 0),
  );
  if (!isThere) throw new AppError('SNAPSHOT_DAMAGED');
  return binned;
};

type Sources = {
  readonly scratch: Database;
  readonly other: Database | null;
  readonly order: SalvageOrder;
  readonly unfinished: string;
  readonly ticks: Ticks;
};

const fillFrom = async (damaged: string, { scratch, other, order, unfinished, ticks }: Sources): Promise<Salvage> => {
  const pulled = pull(damaged, scratch, order, other, ticks.reading);
  migrate(scratch);
  const file = databaseFile(unfinished);
  const db = createDatabase(file, databaseKey(order.vaultKey));
  let salvage: Omit<Salvage, 'binned'>;
  try {
    salvage = await build(db, { scratch, other, pulled: withTornAttachments(pulled, scratch), tick: ticks.storing });
  } finally {
    db.close();
  }
  return { ...salvage, binned: check(file, order, salvage, ticks.checking) };
};

const make = async (order: SalvageOrder, unfinished: string, ticks: Ticks): Promise<Salvage> => {
  const { folder, vaultKey, snapshots, names } = order;
  const key = databaseKey(vaultKey);
  const damaged = databaseFile(copyAside(folder, ticks.copying));
  const schema = schemaIn(damaged, key);
  const draft = join(unfinished, 'found.db');
  const other = openNewestWhole({ folder: snapshots, vaultKey, copy: join(unfinished, 'older') }, names, ticks.reading);
  try {
    const scratch = openScratch(draft, key, schema);
    try {
      return await fillFrom(damaged, { scratch, other, order, unfinished, ticks });
    } finally {
      scratch.close();
      rmSync(draft, { force: true });
    }
  } finally {
    other?.close();
  }
};

const schemaIn = (file: string, keyHex: string): number => {
  const source = openPages(file, keyHex);
  try {
    const schema = schemaOf(source);
    if (schema > currentSchema) throw new AppError('VAULT_NEWER');
    return schema;
  } finally {
    source.close();
  }
};

/**
 * Copies a damaged journal aside, reads every row that a damaged page does not keep back, and makes a journal of what is
 * sound, with what the newest whole snapshot has of the rest. It waits in a folder of its own; the journal is not touched,
 * and nothing is put in its place. Whatever goes wrong, only the copy remains. Fails with DISK_FULL, READ_ONLY, VAULT_NEWER,
 * or what a tick throws.
 */
export const salvage = async (order: SalvageOrder, ticks: Ticks): Promise<Salvage> => {
  const unfinished = salvageFolder(order.home, order.id);
  try {
    mkdirSync(unfinished, { mode: 0o700 });
    return await make(order, unfinished, ticks);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw toAppError(error);
  }
};
