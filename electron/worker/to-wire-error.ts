import type { WireError } from '#core/result';
import { toAppError } from './db/database-error';

/** The only way an error leaves the worker: a code and field names, never a stack, SQL, a path or a word of the journal. */
export const toWireError = (error: unknown): WireError => {
  const { code, fields, waitMs } = toAppError(error);
  return { code, ...(fields === undefined ? {} : { fields }), ...(waitMs === undefined ? {} : { waitMs }) };
};
