import type { Migration } from '../migrate';

const common = `
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  version TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER`;

const happened = `
  at INTEGER NOT NULL,
  zone TEXT NOT NULL,
  day TEXT NOT NULL CHECK (length(day) = 10)`;

const label = (table: string): string => `
CREATE TABLE ${table} (
  seq INTEGER PRIMARY KEY,
  ${common},
  name TEXT NOT NULL,
  folded TEXT NOT NULL UNIQUE,
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
) STRICT;`;

const link = (table: string, owner: string, ownerKey: string, other: string): string => `
CREATE TABLE ${table} (
  ${owner} INTEGER NOT NULL REFERENCES ${owner} (${ownerKey}) ON DELETE CASCADE ON UPDATE CASCADE,
  ${other} INTEGER NOT NULL REFERENCES ${other} (seq),
  place INTEGER NOT NULL,
  PRIMARY KEY (${owner}, ${other})
) STRICT, WITHOUT ROWID;
CREATE INDEX ${table}_by_${other} ON ${table} (${other}, ${owner});`;

/** Entries with their index, check-ins, cravings, goals, runs, settings. Column meanings: docs/data.md. */
export const migration001: Migration = {
  version: 1,
  name: 'journal',
  up: `
PRAGMA application_id = 0x45626231;

CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE tombstone (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  kind TEXT NOT NULL,
  version TEXT NOT NULL
) STRICT, WITHOUT ROWID;

${label('tag')}
${label('feeling')}
${label('trigger_label')}

-- position is the wall clock of the entry (milliseconds as if it were UTC) times 16, plus a digit that keeps it unique:
-- the table lies in the order in which it is read, and one number is the cursor of every list and search.
CREATE TABLE entry (
  position INTEGER PRIMARY KEY,
  ${common},
  ${happened},
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  mood INTEGER CHECK (mood BETWEEN 1 AND 5),
  pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)),
  word_count INTEGER NOT NULL CHECK (word_count >= 0),
  excerpt TEXT NOT NULL,
  tag_names TEXT NOT NULL,
  plain TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX entry_mood_by_day ON entry (day, mood, deleted_at) WHERE deleted_at IS NULL AND mood IS NOT NULL;
CREATE INDEX entry_in_bin ON entry (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX entry_kept ON entry (position) WHERE deleted_at IS NULL;
${link('entry_tag', 'entry', 'position', 'tag')}
${link('entry_feeling', 'entry', 'position', 'feeling')}

CREATE TABLE revision (
  seq INTEGER PRIMARY KEY,
  entry_id BLOB NOT NULL CHECK (length(entry_id) = 16),
  version TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('edit', 'merge', 'restore')),
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (entry_id, version)
) STRICT;

CREATE VIEW kept_entry AS SELECT position, title, plain, tag_names FROM entry WHERE deleted_at IS NULL;
CREATE VIRTUAL TABLE entry_text USING fts5 (
  title, plain, tag_names,
  content = 'kept_entry', content_rowid = 'position',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
CREATE TRIGGER entry_text_insert AFTER INSERT ON entry WHEN new.deleted_at IS NULL BEGIN
  INSERT INTO entry_text (rowid, title, plain, tag_names) VALUES (new.position, new.title, new.plain, new.tag_names);
END;
CREATE TRIGGER entry_text_delete AFTER DELETE ON entry WHEN old.deleted_at IS NULL BEGIN
  INSERT INTO entry_text (entry_text, rowid, title, plain, tag_names)
    VALUES ('delete', old.position, old.title, old.plain, old.tag_names);
END;
CREATE TRIGGER entry_text_update AFTER UPDATE ON entry
WHEN old.position IS NOT new.position OR old.deleted_at IS NOT new.deleted_at OR old.title IS NOT new.title
  OR old.plain IS NOT new.plain OR old.tag_names IS NOT new.tag_names
BEGIN
  INSERT INTO entry_text (entry_text, rowid, title, plain, tag_names)
    SELECT 'delete', old.position, old.title, old.plain, old.tag_names WHERE old.deleted_at IS NULL;
  INSERT INTO entry_text (rowid, title, plain, tag_names)
    SELECT new.position, new.title, new.plain, new.tag_names WHERE new.deleted_at IS NULL;
END;

CREATE TABLE attachment (
  seq INTEGER PRIMARY KEY,
  ${common},
  entry_id BLOB NOT NULL CHECK (length(entry_id) = 16),
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size >= 0),
  width INTEGER,
  height INTEGER,
  caption TEXT NOT NULL,
  alt TEXT NOT NULL,
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  thumbnail BLOB
) STRICT;
CREATE INDEX attachment_by_entry ON attachment (entry_id);
CREATE TABLE attachment_piece (
  attachment INTEGER NOT NULL REFERENCES attachment (seq) ON DELETE CASCADE,
  piece INTEGER NOT NULL CHECK (piece >= 0),
  bytes BLOB NOT NULL CHECK (length(bytes) <= 1048576),
  PRIMARY KEY (attachment, piece)
) STRICT;

CREATE TABLE check_in (
  seq INTEGER PRIMARY KEY,
  ${common},
  ${happened},
  mood INTEGER CHECK (mood BETWEEN 1 AND 5),
  craving INTEGER CHECK (craving BETWEEN 0 AND 10),
  energy INTEGER CHECK (energy BETWEEN 0 AND 10),
  confidence INTEGER CHECK (confidence BETWEEN 0 AND 10),
  sleep_minutes INTEGER CHECK (sleep_minutes BETWEEN 0 AND 1440),
  hungry INTEGER NOT NULL CHECK (hungry IN (0, 1)),
  angry INTEGER NOT NULL CHECK (angry IN (0, 1)),
  lonely INTEGER NOT NULL CHECK (lonely IN (0, 1)),
  tired INTEGER NOT NULL CHECK (tired IN (0, 1)),
  bored INTEGER NOT NULL CHECK (bored IN (0, 1)),
  note TEXT NOT NULL
) STRICT;
CREATE INDEX check_in_by_day ON check_in (day, at) WHERE deleted_at IS NULL;
CREATE INDEX check_in_mood_by_day ON check_in (day, mood, deleted_at) WHERE deleted_at IS NULL AND mood IS NOT NULL;
CREATE INDEX check_in_in_bin ON check_in (deleted_at) WHERE deleted_at IS NOT NULL;
${link('check_in_feeling', 'check_in', 'seq', 'feeling')}

-- Every mood there is, in one place, so that no two charts can disagree.
CREATE VIEW mood_record AS
  SELECT day, mood FROM entry WHERE deleted_at IS NULL AND mood IS NOT NULL
  UNION ALL
  SELECT day, mood FROM check_in WHERE deleted_at IS NULL AND mood IS NOT NULL;

CREATE TABLE craving (
  seq INTEGER PRIMARY KEY,
  ${common},
  ${happened},
  ended_at INTEGER,
  before INTEGER NOT NULL CHECK (before BETWEEN 0 AND 10),
  after INTEGER CHECK (after BETWEEN 0 AND 10),
  place TEXT NOT NULL,
  company TEXT NOT NULL,
  note TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('passed', 'still-there', 'used', 'unknown'))
) STRICT;
CREATE INDEX craving_by_day ON craving (day, at) WHERE deleted_at IS NULL;
${link('craving_trigger', 'craving', 'seq', 'trigger_label')}

CREATE TABLE goal (
  seq INTEGER PRIMARY KEY,
  ${common},
  title TEXT NOT NULL,
  why TEXT NOT NULL,
  measure TEXT NOT NULL CHECK (measure IN ('yes-no', 'amount')),
  unit TEXT,
  target REAL CHECK (target > 0),
  schedule TEXT NOT NULL CHECK (schedule IN ('daily', 'weekdays', 'times-a-week')),
  weekdays INTEGER CHECK (weekdays BETWEEN 1 AND 127),
  times INTEGER CHECK (times BETWEEN 1 AND 7),
  starts TEXT NOT NULL CHECK (length(starts) = 10),
  ends TEXT CHECK (length(ends) = 10),
  CHECK ((measure = 'amount') = (target IS NOT NULL)),
  CHECK ((schedule = 'weekdays') = (weekdays IS NOT NULL)),
  CHECK ((schedule = 'times-a-week') = (times IS NOT NULL))
) STRICT;
CREATE TABLE goal_pause (
  goal INTEGER NOT NULL REFERENCES goal (seq) ON DELETE CASCADE,
  from_day TEXT NOT NULL,
  to_day TEXT,
  PRIMARY KEY (goal, from_day)
) STRICT, WITHOUT ROWID;
CREATE TABLE goal_mark (
  goal INTEGER NOT NULL REFERENCES goal (seq) ON DELETE CASCADE,
  day TEXT NOT NULL CHECK (length(day) = 10),
  version TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'partly', 'skipped')),
  amount REAL CHECK (amount >= 0),
  note TEXT NOT NULL,
  PRIMARY KEY (goal, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE run (
  seq INTEGER PRIMARY KEY,
  ${common},
  began_at INTEGER NOT NULL,
  began_zone TEXT NOT NULL,
  began_day TEXT NOT NULL CHECK (length(began_day) = 10),
  ended_at INTEGER,
  ended_zone TEXT,
  ended_day TEXT CHECK (length(ended_day) = 10),
  end_cause TEXT CHECK (end_cause IN ('slip', 'other')),
  note TEXT NOT NULL,
  CHECK ((ended_at IS NULL) = (end_cause IS NULL)),
  CHECK (ended_at IS NULL OR ended_at >= began_at)
) STRICT;
`,
};
