import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { AppError } from '#core/errors';
import { ImportProblem } from './imported';
import { type Amount, isHidden, MAX_FILES, type Source } from './source';

type Members = Map<string, yauzl.Entry>;

const isSafe = (name: string): boolean =>
  name !== '' &&
  !name.startsWith('/') &&
  !/^[a-z]:/i.test(name) &&
  !name.includes('\0') &&
  !name.split('/').some((part) => part === '..' || part === '.' || part === '');

// The Unix mode that many programs keep in the upper half (Info-ZIP's extension): 0xA is a symbolic link.
const isLink = (entry: yauzl.Entry): boolean => entry.externalFileAttributes >>> 28 === 0xa;

/** The name of a member as the file system would have it. Names are decoded here: yauzl gives up on the first unsafe one. */
const nameOf = (entry: yauzl.Entry): string => {
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
  return yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false).replaceAll('\\', '/');
};

const take = (members: Members, entry: yauzl.Entry): void => {
  const name = nameOf(entry);
  // The first of two with one name, as a listing would show it.
  if (!isSafe(name) || isHidden(name) || isLink(entry) || members.has(name)) return;
  members.set(name, entry);
};

const open = (path: string): Promise<yauzl.ZipFile> =>
  yauzl.openPromise(path, { lazyEntries: true, decodeStrings: false, autoClose: false, validateEntrySizes: true });

const list = (zip: yauzl.ZipFile): Promise<Members> =>
  new Promise((resolve, reject) => {
    const members: Members = new Map();
    zip.on('error', reject);
    zip.on('end', () => resolve(members));
    zip.on('entry', (entry: yauzl.Entry) => {
      take(members, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });

/** Counts what is really inflated: what a member says of its own size may be wrong. */
const collect = async (stream: Readable, { bytes, head = false }: Amount): Promise<Uint8Array> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    parts.push(part);
    length += part.length;
    if (length < bytes) continue;
    if (head) break;
    if (length > bytes) throw new ImportProblem('too-large');
  }
  return Buffer.concat(parts).subarray(0, bytes);
};

const readMember = async (zip: yauzl.ZipFile, entry: yauzl.Entry | undefined, amount: Amount): Promise<Uint8Array> => {
  if (entry === undefined) throw new ImportProblem('unreadable');
  if (entry.isEncrypted()) throw new ImportProblem('locked');
  if (entry.uncompressedSize > amount.bytes && amount.head !== true) throw new ImportProblem('too-large');
  try {
    const stream = await zip.openReadStreamPromise(entry);
    try {
      const bytes = await collect(stream, amount);
      // yauzl leaves this to its callers.
      if (amount.head !== true && crc32(bytes) !== entry.crc32) throw new ImportProblem('unreadable');
      return bytes;
    } finally {
      stream.destroy();
    }
  } catch (error) {
    if (error instanceof ImportProblem) throw error;
    throw new ImportProblem('unreadable', { cause: error });
  }
};

/**
 * A zip as a source: its members with plain names inside it, links and hidden ones left out, each inflated only when read
 * and only up to its bound. Fails with IMPORT_DAMAGED and, beyond 200,000 members, IMPORT_TOO_LARGE. Format: PKWARE
 * APPNOTE 6.3.10.
 */
export const openZip = async (path: string): Promise<Source> => {
  const zip = await open(path).catch((error: unknown) => {
    throw new AppError('IMPORT_DAMAGED', { cause: error });
  });
  try {
    if (zip.entryCount > MAX_FILES) throw new AppError('IMPORT_TOO_LARGE');
    const members = await list(zip);
    return {
      files: [...members.keys()].sort(),
      name: basename(path),
      read: (file, amount) => readMember(zip, members.get(file), amount),
      close: async () => zip.close(),
    };
  } catch (error) {
    zip.close();
    if (error instanceof AppError) throw error;
    throw new AppError('IMPORT_DAMAGED', { cause: error });
  }
};
