import type { Migration } from '../migrate';

/** Versions that lost in a merge, and what undoing a merge needs. Column meanings: docs/data.md. */
export const migration002: Migration = {
  version: 2,
  name: 'merge',
  up: `
CREATE TABLE kept_version (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  record TEXT NOT NULL,
  owner BLOB CHECK (length(owner) = 16),
  version TEXT NOT NULL,
  kept_at INTEGER NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  line TEXT NOT NULL,
  UNIQUE (kind, record, digest)
) STRICT;
CREATE INDEX kept_version_by_owner ON kept_version (owner) WHERE owner IS NOT NULL;

CREATE TABLE bulk_change (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('import', 'merge', 'tag-merge')),
  at INTEGER NOT NULL,
  source_at INTEGER NOT NULL
) STRICT;
CREATE TABLE bulk_change_item (
  change INTEGER NOT NULL REFERENCES bulk_change (seq) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  kind TEXT NOT NULL,
  record TEXT NOT NULL,
  owner BLOB CHECK (length(owner) = 16),
  position INTEGER,
  before TEXT,
  after BLOB CHECK (length(after) = 32),
  PRIMARY KEY (change, place)
) STRICT;
CREATE INDEX bulk_change_item_by_owner ON bulk_change_item (owner) WHERE owner IS NOT NULL;
`,
};
