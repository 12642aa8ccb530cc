import type { Migration } from '../migrate';

/** The indexes by which entries are found by mood, by day, by picture, and because they were pinned. */
export const migration004: Migration = {
  version: 4,
  name: 'find',
  up: `
CREATE INDEX entry_by_mood ON entry (mood) WHERE deleted_at IS NULL AND mood IS NOT NULL;
CREATE INDEX entry_by_day ON entry (day) WHERE deleted_at IS NULL;
CREATE INDEX entry_pinned ON entry (pinned) WHERE pinned = 1 AND deleted_at IS NULL;
CREATE INDEX attachment_kept ON attachment (entry_id) WHERE deleted_at IS NULL;
`,
};
