import { z } from 'zod';
import type { Topic } from './contract-call';
import type { ErrorCode } from './errors';

/** An input with nothing in it. */
export const nothing = z.strictObject({});
/** The answer of a call that only does something. */
export const done = z.null();
/** A passphrase, or a recovery key, as typed. */
export const secret = z.string().min(1).max(1024);
/** The id that the window gives to long work, to follow it and to cancel it. */
export const job = z.uuid();
/** Stands for a file the person chose in the system's dialog; the window names no file in any other way. */
export const ticket = z.uuid();

/** A 20,000-word entry with all its marks is about 1 MiB of JSON. */
export const LARGE = 16 * 1024 * 1024;
/** Several of them that could not be written. */
export const LARGEST = 4 * LARGE;

/** How opening a journal may fail. */
export const opening: readonly ErrorCode[] = [
  'TOO_MANY_ATTEMPTS',
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
];
/** How changing a record may fail. */
export const writing: readonly ErrorCode[] = [
  'LOCKED',
  'NOT_FOUND',
  'CONFLICT',
  'DISK_FULL',
  'READ_ONLY',
  'DATABASE_MISSING',
  'FOLDER_MISSING',
];
/** All that an open journal shows. */
export const everything: readonly Topic[] = [
  'status',
  'entries',
  'labels',
  'searches',
  'prompts',
  'pictures',
  'check-ins',
  'trends',
  'goals',
  'runs',
  'bin',
  'drafts',
  'profile',
  'security',
  'snapshots',
];
