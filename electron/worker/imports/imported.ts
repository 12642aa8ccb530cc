import type { Document } from '#core/document';
import type { badReasons } from '#core/import';
import type { LocalDate } from '#core/local-date';
import type { RecordId } from '#core/record';

/** Where something stood: the file inside the folder or zip ('' for the file itself), and its line or number, from 1. */
export type Place = { readonly file: string; readonly line: number };

/** A picture of a record; its bytes are read only when asked for, and that may fail with an ImportProblem. */
export type ImportedPicture = {
  readonly id: RecordId;
  readonly name: string;
  readonly read: () => Promise<Uint8Array>;
};

/** One record of another journal, as Ebb could take it. */
export type Imported = {
  readonly where: Place;
  /** What tells it from others of its source, the same whenever the same export is read again. */
  readonly key: string;
  /** Epoch ms, the IANA zone it was written in, and the day on the wall there. */
  readonly at: number;
  readonly zone: string;
  readonly day: LocalDate;
  readonly title: string;
  readonly body: Document;
  readonly tags: readonly string[];
  readonly pinned: boolean;
  /** Their names for a mood and for what was done, to be mapped by the person. */
  readonly mood: string | null;
  readonly activities: readonly string[];
  readonly pictures: readonly ImportedPicture[];
};

export type BadReason = (typeof badReasons)[number];

export type BadRow = { readonly where: Place; readonly reason: BadReason };

/** What a reader finds, one after the other. */
export type ImportedRow = ({ readonly kind: 'record' } & Imported) | ({ readonly kind: 'bad' } & BadRow);

export type ReadOptions = {
  /** The zone to assume where the file gives none. */
  readonly zone: string;
  /** Makes the id of a picture. */
  readonly newId: () => RecordId;
};

/** Something in a source that cannot be taken, while the rest can. */
export class ImportProblem extends Error {
  readonly reason: BadReason;

  constructor(reason: BadReason, details: { readonly cause?: unknown } = {}) {
    super(reason, { cause: details.cause });
    this.name = 'ImportProblem';
    this.reason = reason;
  }
}

/** A row that tells what could not be taken. */
export const badRow = (where: Place, reason: BadReason): ImportedRow => ({ kind: 'bad', where, reason });

/** The reason of an ImportProblem; anything else is thrown on. */
export const reasonOf = (error: unknown): BadReason => {
  if (error instanceof ImportProblem) return error.reason;
  throw error;
};
