/** Every failure a person may be told about. Each code has its words in the language catalogue under `errors`. */
export const errorCodes = [
  'INVALID_INPUT',
  'NOT_FOUND',
  'CONFLICT',
  'LOCKED',
  'WRONG_PASSPHRASE',
  'WRONG_RECOVERY_KEY',
  'TOO_MANY_ATTEMPTS',
  'VAULT_EXISTS',
  'HEADER_MISSING',
  'HEADER_DAMAGED',
  'DATABASE_MISSING',
  'DATABASE_DAMAGED',
  'VAULT_NEWER',
  'VAULT_IN_USE',
  'KDF_OUT_OF_MEMORY',
  'DISK_FULL',
  'READ_ONLY',
  'FOLDER_MISSING',
  'NOT_A_FILE',
  'EXPORT_DAMAGED',
  'EXPORT_TIME',
  'EXPORT_NEWER',
  'NOT_AN_EXPORT',
  'IMPORT_UNKNOWN',
  'IMPORT_EMPTY',
  'IMPORT_TOO_LARGE',
  'IMPORT_DAMAGED',
  'IMPORT_ENCRYPTED',
  'SNAPSHOT_DAMAGED',
  'CANCELLED',
  'TOO_LARGE',
  'INTERNAL',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

type Details = {
  readonly fields?: Readonly<Record<string, string>>;
  readonly waitMs?: number;
  readonly cause?: unknown;
};

/** An expected failure inside the worker or the shell; translated to a WireError at the boundary, never shown as it is. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: Readonly<Record<string, string>> | undefined;
  readonly waitMs: number | undefined;

  constructor(code: ErrorCode, details: Details = {}) {
    super(code, { cause: details.cause });
    this.name = 'AppError';
    this.code = code;
    this.fields = details.fields;
    this.waitMs = details.waitMs;
  }
}
