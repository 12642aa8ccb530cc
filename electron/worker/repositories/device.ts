import { randomBytes } from 'node:crypto';
import type { Database } from '../db/database';
import { findSetting, saveSetting } from './setting';

const DEVICE = 'device';

/** Who changes a journal, in the versions of its records: 8 hex digits. */
export const deviceOf = (db: Database): string => findSetting(db, DEVICE) ?? '00000000';

/**
 * Gives a journal a device id of its own, as every copy needs that goes its own way: what two copies write under one id, a
 * merge would take for the work of one.
 */
export const becomeDevice = (db: Database): void => saveSetting(db, DEVICE, randomBytes(4).toString('hex'));
