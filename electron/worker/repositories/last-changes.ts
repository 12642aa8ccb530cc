import type { Database } from '../db/database';
import { sql } from '../db/sql';

/** Whether any record was made, changed, binned or taken back after an instant (epoch ms). May read every record. */
export const isChangedSince = (db: Database, at: number): boolean =>
  db.get<{ found: number }>(sql`SELECT
    EXISTS (SELECT 1 FROM check_in WHERE updated_at > ${at}) OR
    EXISTS (SELECT 1 FROM goal_mark WHERE updated_at > ${at}) OR
    EXISTS (SELECT 1 FROM goal WHERE updated_at > ${at}) OR
    EXISTS (SELECT 1 FROM run WHERE updated_at > ${at}) OR
    EXISTS (SELECT 1 FROM craving WHERE updated_at > ${at}) OR
    EXISTS (SELECT 1 FROM entry WHERE updated_at > ${at}) AS found`)?.found === 1;
