import type { EntrySummary } from '#core/entry';
import type { Database } from '../db/database';
import { type Sql, sql, sqlList } from '../db/sql';
import { type PageRequest, START, type SummaryRow, summaryColumns, toSummary } from './entry';

/** What narrows a search: an entry is let through when every part lets it through. */
export type Narrowing = {
  /** Rows of labels: the entry must carry one of each list. */
  readonly tags: readonly (readonly number[])[];
  readonly feelings: readonly (readonly number[])[];
  /** It must have one of these; null lets through those without a mood too. */
  readonly moods: readonly number[] | null;
  /** Positions: from the first on, and below the second. */
  readonly positions: readonly [number, number];
  readonly pinned: boolean;
  readonly pictures: boolean;
};

/** Lets every entry through. */
export const anyEntry: Narrowing = {
  tags: [],
  feelings: [],
  moods: null,
  positions: [Number.MIN_SAFE_INTEGER, START],
  pinned: false,
  pictures: false,
};

/**
 * One part of a narrowing, out of indexes alone: the positions it lets through, whether those in the bin are among them,
 * and whether it lets one through.
 */
type Part = { readonly all: Sql; readonly hasBinned: boolean; readonly holds: (position: Sql) => Sql };

const labelled = (link: Sql, label: Sql, rows: readonly number[]): Part => ({
  all: sql`SELECT entry AS position FROM ${link} WHERE ${label} IN (${sqlList(rows)})`,
  hasBinned: true,
  holds: (position) => sql`EXISTS (SELECT 1 FROM ${link} WHERE ${label} IN (${sqlList(rows)}) AND entry = ${position})`,
});

const among = (condition: Sql): Part => ({
  all: sql`SELECT position FROM entry WHERE deleted_at IS NULL AND ${condition}`,
  hasBinned: false,
  holds: (position) =>
    sql`EXISTS (SELECT 1 FROM entry AS other WHERE deleted_at IS NULL AND ${condition} AND other.position = ${position})`,
});

const pictured: Part = {
  all: sql`SELECT position FROM entry WHERE id IN (SELECT entry_id FROM attachment WHERE deleted_at IS NULL)`,
  hasBinned: true,
  holds: (position) => sql`EXISTS (SELECT 1 FROM attachment WHERE deleted_at IS NULL
    AND entry_id = (SELECT id FROM entry AS other WHERE other.position = ${position}))`,
};

const partsOf = ({ tags, feelings, moods, pinned, pictures }: Narrowing): Part[] => [
  ...(pictures ? [pictured] : []),
  ...(pinned ? [among(sql`pinned = 1`)] : []),
  ...tags.map((rows) => labelled(sql`entry_tag`, sql`tag`, rows)),
  ...feelings.map((rows) => labelled(sql`entry_feeling`, sql`feeling`, rows)),
  ...(moods === null ? [] : [among(sql`mood IS NOT NULL AND mood IN (${sqlList(moods)})`)]),
];

/** So many positions are looked up one by one sooner than every entry with a common word is asked. */
const FEW = 100;
/** Beyond this it does not matter which part lets fewer through. */
const MANY = 20_000;

/** How many positions a part lets through; at most MANY are counted. */
const countOf = (db: Database, { all }: Part): number =>
  db.get<{ count: number }>(sql`SELECT count(*) AS count FROM (${all} LIMIT ${MANY})`)?.count ?? 0;

/** The parts, the one that lets the fewest through first. */
const rarestFirst = (db: Database, narrowing: Narrowing): { readonly part: Part; readonly count: number }[] =>
  partsOf(narrowing)
    .map((part) => ({ part, count: countOf(db, part) }))
    .toSorted((one, other) => one.count - other.count);

const within = (position: Sql, { positions: [from, below] }: Narrowing, before: number | null): Sql =>
  sql`${position} >= ${from} AND ${position} < ${Math.min(below, before ?? START)}`;

const heldBy = (position: Sql, parts: readonly { readonly part: Part }[]): Sql =>
  parts.reduce((all, { part }) => sql`${all} AND ${part.holds(position)}`, sql``);

/** A found entry with its title and the matching passage, hits enclosed by the two marks. */
export type FoundEntry = { readonly summary: EntrySummary; readonly title: string; readonly snippet: string };

/** Kept entries whose title, text or tags match an FTS5 expression, latest first, beginning below the cursor. */
export const searchEntries = (
  db: Database,
  {
    match,
    narrowing = anyEntry,
    before,
    limit,
    marks,
  }: PageRequest & {
    readonly match: string;
    readonly narrowing?: Narrowing;
    readonly marks: readonly [string, string];
  },
): FoundEntry[] => {
  const row = sql`entry_text.rowid`;
  const [rarest, ...rest] = rarestFirst(db, narrowing);
  const isFew = rarest !== undefined && rarest.count <= FEW;
  const some = isFew ? sql`AND ${row} IN (${rarest.part.all})` : sql``;
  const others = isFew || rarest === undefined ? rest : [rarest, ...rest];
  return db
    .all<SummaryRow & { title_parts: string; snippet: string }>(sql`SELECT ${summaryColumns},
        highlight(entry_text, 0, ${marks[0]}, ${marks[1]}) AS title_parts,
        snippet(entry_text, 1, ${marks[0]}, ${marks[1]}, '…', 16) AS snippet
      FROM entry_text JOIN entry ON entry.position = entry_text.rowid
      WHERE entry_text MATCH ${match} AND ${within(row, narrowing, before)} ${some} ${heldBy(row, others)}
      ORDER BY entry_text.rowid DESC LIMIT ${limit}`)
    .map((found) => ({ summary: toSummary(found), title: found.title_parts, snippet: found.snippet }));
};

const everyEntry: Sql = sql`SELECT position FROM entry INDEXED BY entry_kept WHERE deleted_at IS NULL`;
const keptEntry: Part = among(sql`TRUE`);

/** Kept entries that a narrowing lets through, latest first, beginning below the cursor. */
export const listNarrowed = (
  db: Database,
  { narrowing, before, limit }: PageRequest & { readonly narrowing: Narrowing },
): EntrySummary[] => {
  const [rarest, ...rest] = rarestFirst(db, narrowing);
  const position = sql`found.position`;
  const kept = rarest?.part.hasBinned === true ? sql`AND ${keptEntry.holds(position)}` : sql``;
  return db
    .all<SummaryRow>(sql`SELECT ${summaryColumns} FROM entry WHERE entry.position IN (
        SELECT DISTINCT found.position FROM (${rarest?.part.all ?? everyEntry}) AS found
        WHERE ${within(position, narrowing, before)} ${kept} ${heldBy(position, rest)}
        ORDER BY found.position DESC LIMIT ${limit})
      ORDER BY entry.position DESC`)
    .map(toSummary);
};
