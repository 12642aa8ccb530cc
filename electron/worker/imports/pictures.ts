import type { RecordId } from '#core/record';
import { badRow, type ImportedPicture, type ImportedRow, type Place } from './imported';
import { baseName, MAX_PICTURE_BYTES, type Source } from './source';

const MAX_FILE_NAME = 400;

/** The pictures of one record as they are met in its words. */
export type Pictures = {
  readonly found: ImportedPicture[];
  /** What could not be had. */
  readonly bad: ImportedRow[];
  /** The id of a picture of the source; the same file twice is two pictures. */
  readonly take: (file: string, name?: string) => RecordId;
  /** The id of a picture that the record itself holds. */
  readonly hold: (name: string, bytes: () => Uint8Array) => RecordId;
  readonly refuse: (reason: 'missing-picture' | 'other-file') => void;
};

/** An empty collection for the record at `where`. */
export const newPictures = (source: Source, where: Place, newId: () => RecordId): Pictures => {
  const found: ImportedPicture[] = [];
  const bad: ImportedRow[] = [];
  const add = (name: string, read: () => Promise<Uint8Array>): RecordId => {
    const id = newId();
    found.push({ id, name: name.slice(0, MAX_FILE_NAME), read });
    return id;
  };
  return {
    found,
    bad,
    take: (file, name = baseName(file)) => add(name, () => source.read(file, { bytes: MAX_PICTURE_BYTES })),
    hold: (name, bytes) => add(name, async () => bytes()),
    refuse: (reason) => bad.push(badRow(where, reason)),
  };
};
