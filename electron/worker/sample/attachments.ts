import { createHash } from 'node:crypto';
import type { RecordId } from '#core/record';
import { insertAttachment, insertPiece, PIECE_BYTES } from '../repositories/attachment';
import type { Random } from './random';
import type { RecordMaker } from './record-maker';

/** About the size of a photograph: two whole pieces and part of a third. */
const FILE_BYTES = 2.5 * PIECE_BYTES;

/** Ties files of random bytes, `total` bytes in all, to entries spread over `owners`. For measuring only. */
export const fillAttachments = (
  maker: RecordMaker,
  { owners, total, random }: { readonly owners: readonly RecordId[]; readonly total: number; readonly random: Random },
): void => {
  const { db, clock } = maker.journal;
  const files = Math.ceil(total / FILE_BYTES);
  for (let file = 0; file < files; file += 1) {
    const entry = owners[Math.floor((file * owners.length) / files)];
    if (entry === undefined) return;
    const bytes = random.bytes(Math.min(FILE_BYTES, total - file * FILE_BYTES));
    const attachment = insertAttachment(
      db,
      {
        ...maker.columnsAt(clock.now()),
        entry,
        name: `sample-${String(file + 1).padStart(4, '0')}.bin`,
        mediaType: 'application/octet-stream',
        size: bytes.length,
        width: null,
        height: null,
        caption: '',
        alt: '',
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
      null,
    );
    for (let piece = 0; piece * PIECE_BYTES < bytes.length; piece += 1) {
      insertPiece(db, attachment, { piece, bytes: bytes.slice(piece * PIECE_BYTES, (piece + 1) * PIECE_BYTES) });
    }
  }
};
