import type { Database } from '../db/database';
import { currentSchema, schemaVersion } from '../db/migrate';
import type { Tick } from '../snapshots/read-pages';
import { findRoots, rootsIn } from './find-roots';
import { links, mendLabels, mendLinks, mendTags } from './mend-labels';
import type { PageSource } from './page-source';
import type { Row } from './row-format';
import { hasRow, insertRow } from './scratch';
import { type Shape, shapesOf } from './shapes';
import { readTrees, type TakeRow, type Tree, takeStrays } from './trees';

/** What a table of records lacks. */
export type Loss = {
  /** What identifies the lost ones, as far as it is known. */
  readonly keys: ReadonlySet<string>;
  /** How many are lost, known by name or not. */
  readonly count: number;
  /** Every lost one is counted: the table itself is whole, or what lists its rows is. */
  readonly isCounted: boolean;
};

/** What was found, apart from the rows themselves. */
export type Gathered = {
  /** By table. */
  readonly losses: ReadonlyMap<string, Loss>;
  /** Tables of which not everything could be read. */
  readonly torn: ReadonlySet<string>;
  /** More may be missing than can be counted. */
  readonly isUnsure: boolean;
};

/** Tables of records that have an index of their own identity. */
const identified = [
  'tag',
  'feeling',
  'trigger_label',
  'entry',
  'revision',
  'check_in',
  'craving',
  'goal',
  'run',
  'attachment',
] as const;

/** Tables that nothing lists a second time, or whose losses are not counted. */
const uncounted = ['setting', 'goal_pause', 'goal_mark', 'draft', 'tombstone', 'kept_version'] as const;

const idIndex = (table: string): string => `sqlite_autoindex_${table}_1`;
const nameIndex = (table: string): string => `sqlite_autoindex_${table}_2`;

/** The full-text index is built anew from the entries. */
const isSearch = ({ name }: Shape): boolean => name.startsWith('entry_text');

const SCHEMA_AT = 60;

/** The schema of a damaged journal: written on its first page; the present one where that cannot be read. */
export const schemaOf = (source: PageSource): number => {
  const said = source.read(1)?.readUInt32BE(SCHEMA_AT) ?? 0;
  return said === 0 ? currentSchema : said;
};

/** What identifies a record in its index: its id, and where that is not enough what follows it, without the row's number. */
const keyOf = ({ values }: Row): string =>
  values
    .slice(0, -1)
    .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value)))
    .join(' ');

const lossOf = (db: Database, table: string, trees: ReadonlyMap<string, Tree>, listed: readonly Row[]): Loss => {
  const tree = trees.get(table);
  const keys = new Set<string>();
  const lost = new Set<number>(tree?.lost.filter((rowid) => !hasRow(db, table, rowid)));
  for (const row of listed) {
    const rowid = row.values.at(-1);
    if (typeof rowid !== 'number' || hasRow(db, table, rowid)) continue;
    lost.add(rowid);
    keys.add(keyOf(row));
  }
  const isCounted = tree?.isWhole === true || trees.get(idIndex(table))?.isWhole === true;
  return { keys, count: lost.size, isCounted };
};

/** Reads the tree that says where all others begin, and what of it stands alone. */
const readSchema = (walk: Omit<Parameters<typeof readTrees>[0], 'take'>, shape: Shape): Map<string, number> => {
  const rows: Row[] = [];
  const own = { ...walk, take: (_: Shape, row: Row) => void rows.push(row) };
  const trees = readTrees(own, [shape], new Map([[shape.name, 1]]));
  takeStrays(own, trees.values());
  return rootsIn(rows);
};

const mend = (
  db: Database,
  trees: ReadonlyMap<string, Tree>,
  { rowsOf, now }: { readonly rowsOf: (index: string) => readonly Row[]; readonly now: number },
): void => {
  for (const link of links) if (trees.get(link.table)?.isWhole !== true) mendLinks(db, link, rowsOf(link.index));
  for (const table of ['tag', 'feeling', 'trigger_label'] as const) {
    if (trees.get(table)?.isWhole === true) continue;
    mendLabels(db, table, { ids: rowsOf(idIndex(table)), names: rowsOf(nameIndex(table)), now });
  }
  mendTags(db, now);
};

type Order = {
  readonly keyHex: string;
  readonly tick: Tick;
  /** For what has to be made anew, epoch ms. */
  readonly now: number;
  /** Puts in what a snapshot has of rows that others point at, before they are made of less. */
  readonly mendFirst: (losses: ReadonlyMap<string, Loss>) => void;
};

/** Reads every row that can be read of a damaged journal into `db`, an empty one of the same schema. */
export const gather = (source: PageSource, db: Database, { keyHex, tick, now, mendFirst }: Order): Gathered => {
  const [ofSchema, ...shapes] = shapesOf(db) as [Shape, ...Shape[]];
  const reached = new Set<number>();
  const listed = new Map<string, Row[]>();
  const rowsOf = (index: string): readonly Row[] => listed.get(index) ?? [];
  const keep = (index: string, row: Row): void => {
    const rows = listed.get(index);
    if (rows === undefined) listed.set(index, [row]);
    else rows.push(row);
  };
  const take: TakeRow = (shape, row) => {
    if (isSearch(shape)) return;
    if (shape.isIndex) keep(shape.name, row);
    else insertRow(db, shape, row);
  };
  return db.transaction(() => {
    const known = readSchema({ source, reached, tick }, ofSchema);
    const roots = findRoots(source, known, { shapes, keyHex, schema: schemaVersion(db) });
    const walk = { source, reached, take, tick };
    const trees = readTrees(walk, shapes, roots);
    const unsure = takeStrays(walk, trees.values());
    const lossesNow = (): Map<string, Loss> =>
      new Map(identified.map((table) => [table, lossOf(db, table, trees, rowsOf(idIndex(table)))]));
    mendFirst(lossesNow());
    mend(db, trees, { rowsOf, now });
    const losses = lossesNow();
    const torn = new Set([...trees.values()].flatMap(({ shape, isWhole }) => (isWhole ? [] : [shape.name])));
    const isUnlinked = links.some(({ table, index }) => torn.has(table) && torn.has(index));
    return {
      losses,
      torn,
      isUnsure:
        isUnlinked ||
        uncounted.some((table) => torn.has(table)) ||
        [...losses.values()].some(({ isCounted }) => !isCounted) ||
        [...unsure].some(({ shape }) => !shape.isIndex && !isSearch(shape)),
    };
  });
};
