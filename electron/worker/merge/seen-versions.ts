import { type SeenVersions, seenByBoth } from '#core/merge';
import type { RecordVersion } from '#core/record';
import type { Database } from '../db/database';
import { sql } from '../db/sql';
import { findSetting } from '../repositories/setting';

/** The setting that holds what a journal has seen of versions that no record carries any more. */
export const SEEN = 'seen';

const stored = (db: Database): SeenVersions => {
  const text = findSetting(db, SEEN);
  return text === undefined ? {} : (JSON.parse(text) as SeenVersions);
};

const carried = (db: Database): SeenVersions =>
  Object.fromEntries(
    db
      .all<{ device: string; version: RecordVersion }>(sql`
        SELECT substr(version, 19) AS device, max(version) AS version FROM (
          SELECT version FROM entry UNION ALL SELECT version FROM revision UNION ALL SELECT version FROM check_in
          UNION ALL SELECT version FROM craving UNION ALL SELECT version FROM goal UNION ALL SELECT version FROM goal_mark
          UNION ALL SELECT version FROM run UNION ALL SELECT version FROM attachment UNION ALL SELECT version FROM tombstone
          UNION ALL SELECT version FROM tag UNION ALL SELECT version FROM feeling
          UNION ALL SELECT version FROM trigger_label UNION ALL SELECT version FROM kept_version WHERE version <> '')
        GROUP BY device`)
      .map(({ device, version }) => [device, version]),
  );

/** The newest version that a journal has seen of each device. Reads every record's version. */
export const seenVersions = (db: Database): SeenVersions => seenByBoth(stored(db), carried(db));
