import type { Migration } from '../migrate';

/** What stands in forms that are saved by a button. Column meanings: docs/data.md. */
export const migration003: Migration = {
  version: 3,
  name: 'draft',
  up: `
CREATE TABLE draft (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  at INTEGER NOT NULL,
  record BLOB CHECK (length(record) = 16),
  content TEXT NOT NULL CHECK (length(content) <= 200000)
) STRICT;
CREATE INDEX draft_by_record ON draft (record) WHERE record IS NOT NULL;
`,
};
