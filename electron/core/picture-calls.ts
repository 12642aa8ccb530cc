import { z } from 'zod';
import { attachment } from './attachment';
import { writing } from './call-atoms';
import { MAX_PICTURE_BYTES } from './cleaned-picture';
import { type Calls, command, query } from './contract-call';
import { recordId, recordKey } from './record';

/** How large the small picture that stands for another may be. */
export const MAX_THUMBNAIL_BYTES = 512 * 1024;

const bytes = z.instanceof(Uint8Array<ArrayBuffer>);

/** Which of the two a view shows: the picture, or the small one that stands for it. */
export const pictureSize = z.enum(['full', 'thumbnail']);
export type PictureSize = z.infer<typeof pictureSize>;

/** Which picture a view shows, and at which size. */
export const pictureAddress = recordKey.extend({ size: pictureSize });
export type PictureAddress = z.infer<typeof pictureAddress>;

/** Calls about the pictures of entries. The window shows one at `app://ebb/picture/<id>/<size>`. */
export const pictureCalls = {
  /** What is known of an entry's pictures, those that its page no longer shows among them. */
  'pictures.list': query({ input: z.strictObject({ entry: recordId }), output: z.array(attachment) }),
  /**
   * Stores a picture of an entry, which need not be stored yet: nothing is kept of the file but what shows it. Fails with
   * INVALID_INPUT (`picture`: why it is not taken in), CONFLICT where the id is taken.
   */
  'pictures.add': command({
    input: z.strictObject({
      id: recordId,
      entry: recordId,
      name: z.string().max(400),
      bytes: bytes.refine(({ length }) => length <= MAX_PICTURE_BYTES, 'too large'),
      thumbnail: bytes.refine(({ length }) => length <= MAX_THUMBNAIL_BYTES, 'too large').nullable(),
    }),
    output: attachment,
    errors: [...writing, 'INVALID_INPUT'],
    refreshes: ['pictures'],
    maxBytes: MAX_PICTURE_BYTES + 2 * MAX_THUMBNAIL_BYTES,
  }),
  /** Copies a picture to another entry (or the same) under another id. */
  'pictures.copy': command({
    input: z.strictObject({ id: recordId, entry: recordId, copy: recordId }),
    output: attachment,
    errors: writing,
    refreshes: ['pictures'],
  }),
  /** The bytes themselves; of a picture without a small one, its own for both. */
  'pictures.read': query({
    input: pictureAddress,
    output: z.strictObject({ mediaType: z.string(), bytes }),
    errors: ['NOT_FOUND'],
  }),
} satisfies Calls;
