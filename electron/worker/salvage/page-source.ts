import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Tick } from '../snapshots/read-pages';
import { type LogPages, readLog } from './log-pages';
import { PAGE_BYTES, pageCipher } from './page-cipher';

/** The pages of a database file and its log, each by itself. Reads only. */
export type PageSource = {
  /** How many pages there are, or were where the file has been cut. */
  readonly pages: number;
  /** The plain bytes of a page (from 1); null where it is damaged or not there. */
  readonly read: (page: number) => Buffer | null;
  readonly close: () => void;
};

const openLog = (file: string): { readonly handle: number; readonly log: LogPages } | null => {
  if (!existsSync(file)) return null;
  const handle = openSync(file, 'r');
  return { handle, log: readLog(handle) };
};

const PAGES_AT = 28;

/** Opens a database that nobody writes to, with the log beside it (`-wal`). */
export const openPages = (file: string, keyHex: string): PageSource => {
  const cipher = pageCipher(keyHex);
  const handle = openSync(file, 'r');
  const wal = openLog(`${file}-wal`);
  const sealed = Buffer.alloc(PAGE_BYTES);
  const read = (page: number): Buffer | null => {
    const inLog = wal?.log.at.get(page);
    const length =
      inLog === undefined
        ? readSync(handle, sealed, 0, PAGE_BYTES, (page - 1) * PAGE_BYTES)
        : readSync(wal?.handle ?? handle, sealed, 0, PAGE_BYTES, inLog);
    return length === PAGE_BYTES ? cipher.open(page, sealed) : null;
  };
  const inFile = Math.ceil(fstatSync(handle).size / PAGE_BYTES);
  const said = wal?.log.pages ?? read(1)?.readUInt32BE(PAGES_AT) ?? 0;
  return {
    pages: Math.max(said, inFile),
    read,
    close: () => {
      closeSync(handle);
      if (wal !== null) closeSync(wal.handle);
    },
  };
};

/** Whether every page is as it was written. */
export const everyPageOpens = (source: PageSource, tick: Tick): boolean => {
  for (let page = 1; page <= source.pages; page += 1) {
    if (source.read(page) === null) return false;
    tick(PAGE_BYTES);
  }
  return true;
};
