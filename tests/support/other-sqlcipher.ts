import { createRequire } from 'node:module';

/** What the tests need of better-sqlite3-multiple-ciphers, which shares no code with the SQLCipher that Ebb runs on. */
type OtherConnection = {
  readonly pragma: (text: string) => unknown;
  readonly prepare: (text: string) => {
    readonly all: () => unknown[];
    readonly pluck: () => { readonly get: () => unknown };
  };
  readonly close: () => void;
};

/** Opens a journal's database, read-only, in another implementation of SQLCipher's format, from what docs/vault-format.md says alone. */
export const openElsewhere = (file: string, keyHex: string): OtherConnection => {
  const Connection = createRequire(import.meta.url)('better-sqlite3-multiple-ciphers') as new (
    file: string,
    options: object,
  ) => OtherConnection;
  const connection = new Connection(file, { readonly: true, fileMustExist: true });
  connection.pragma("cipher = 'sqlcipher'");
  connection.pragma('legacy = 4');
  connection.pragma(`key = "x'${keyHex}'"`);
  return connection;
};
