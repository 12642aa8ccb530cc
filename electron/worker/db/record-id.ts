import type { RecordId } from '#core/record';

/** A record's id as the 16 bytes that the database keeps. */
export const idBytes = (id: RecordId): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.from(id.replaceAll('-', ''), 'hex'));

/** A record's id from its 16 bytes. */
export const idText = (bytes: Uint8Array): RecordId =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as RecordId;
