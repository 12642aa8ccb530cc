import { foldLabel } from '#core/label';
import type { RecordId, RecordVersion } from '#core/record';
import type { TagUse } from '#core/tag-change';
import type { Database } from '../db/database';
import { idBytes, idText } from '../db/record-id';
import { type Sql, sql, sqlList } from '../db/sql';

/** A tag's row. */
export type TagRow = { readonly seq: number; readonly name: string; readonly version: RecordVersion };

/** The tag of a name, without regard to case, or undefined. */
export const findTag = (db: Database, name: string): TagRow | undefined =>
  db.get<TagRow>(sql`SELECT seq, name, version FROM tag WHERE folded = ${foldLabel(name)}`);

/** Gives a tag another name, which no other tag may have. */
export const updateTagName = (
  db: Database,
  seq: number,
  change: { readonly name: string; readonly version: RecordVersion; readonly updatedAt: number },
): void => {
  db.run(sql`UPDATE tag SET name = ${change.name}, folded = ${foldLabel(change.name)}, version = ${change.version},
    updated_at = ${change.updatedAt} WHERE seq = ${seq}`);
};

// The few in the bin are told apart by their own index; no entry's row is read.
const binned: Sql = sql`SELECT position FROM entry INDEXED BY entry_in_bin WHERE deleted_at IS NOT NULL`;

/** Tags in use with how many kept entries carry each, most used first. */
export const listTagUses = (db: Database): TagUse[] =>
  db.all<TagUse>(sql`SELECT tag.name, count(*) AS uses FROM entry_tag JOIN tag ON tag.seq = entry_tag.tag
    WHERE entry_tag.entry NOT IN (${binned}) GROUP BY entry_tag.tag ORDER BY uses DESC, tag.folded`);

/** How many kept entries carry one or more of some tags (rows). */
export const countTagged = (db: Database, tags: readonly number[]): number =>
  db.get<{ count: number }>(sql`SELECT count(DISTINCT entry_tag.entry) AS count FROM entry_tag
    WHERE entry_tag.tag IN (${sqlList(tags)}) AND entry_tag.entry NOT IN (${binned})`)?.count ?? 0;

/** What a change of tags sees of an entry. */
export type TaggedEntry = {
  readonly position: number;
  readonly id: RecordId;
  readonly version: RecordVersion;
  readonly tags: readonly string[];
};

type Row = { position: number; id: Uint8Array; version: string; tag_names: string };

const toTaggedEntry = ({ position, id, version, tag_names }: Row): TaggedEntry => ({
  position,
  id: idText(id),
  version: version as RecordVersion,
  tags: tag_names === '' ? [] : tag_names.split('\n'),
});

/** Every entry that carries a tag (a row), in the bin or not, in the order of their positions. */
export const listTagged = (db: Database, tag: number): TaggedEntry[] =>
  db
    .all<Row>(sql`SELECT entry.position, entry.id, entry.version, entry.tag_names FROM entry_tag
      JOIN entry ON entry.position = entry_tag.entry WHERE entry_tag.tag = ${tag} ORDER BY entry_tag.entry`)
    .map(toTaggedEntry);

/** The tags of an entry, in the bin or not, or undefined. */
export const findTagged = (db: Database, id: RecordId): TaggedEntry | undefined => {
  const row = db.get<Row>(sql`SELECT position, id, version, tag_names FROM entry WHERE id = ${idBytes(id)}`);
  return row === undefined ? undefined : toTaggedEntry(row);
};

/** Writes the names of an entry's tags into its row, without their links. */
export const updateTagNames = (db: Database, { position, version, tags }: TaggedEntry, updatedAt: number): void => {
  db.run(sql`UPDATE entry SET tag_names = ${tags.join('\n')}, version = ${version}, updated_at = ${updatedAt}
    WHERE position = ${position}`);
};

/** Links an entry (a position) with exactly these tags (rows), in this order. */
export const replaceTagLinks = (db: Database, position: number, tags: readonly number[]): void => {
  db.run(sql`DELETE FROM entry_tag WHERE entry = ${position}`);
  tags.forEach((tag, place) => {
    db.run(sql`INSERT INTO entry_tag (entry, tag, place) VALUES (${position}, ${tag}, ${place})`);
  });
};
