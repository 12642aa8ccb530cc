import { connect } from '#worker/db/database';
import { sql } from '#worker/db/sql';

/** What a person wrote, as it is stored. */
export type Text = { readonly title: string; readonly plain: string; readonly body: string };

/** SQLCipher and nothing else: one table without an index, as durable as the journal. */
export const rawDatabase = (file: string, keyHex: string) => {
  const db = connect(file, keyHex);
  db.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA checkpoint_fullfsync = ON;
    CREATE TABLE page (id INTEGER PRIMARY KEY, title TEXT NOT NULL, plain TEXT NOT NULL, body TEXT NOT NULL);
  `);
  return {
    insert: ({ title, plain, body }: Text): number =>
      db.run(sql`INSERT INTO page (title, plain, body) VALUES (${title}, ${plain}, ${body})`),
    close: db.close,
  };
};
