import { AppError } from '#core/errors';

const NEWLINE = 0x0a;

/**
 * The lines of a text that comes in parts, without their line breaks; the last one must have one too.
 * Fails with EXPORT_DAMAGED when a line is longer than `maxBytes` or the text ends within a line.
 */
export function* splitLines(parts: Iterable<Uint8Array>, maxBytes: number): Generator<Buffer> {
  let begun: Uint8Array[] = [];
  let length = 0;
  for (const part of parts) {
    let from = 0;
    for (let to = part.indexOf(NEWLINE); to >= 0; to = part.indexOf(NEWLINE, from)) {
      begun.push(part.subarray(from, to));
      yield Buffer.concat(begun);
      begun = [];
      length = 0;
      from = to + 1;
    }
    begun.push(part.subarray(from));
    length += part.length - from;
    if (length > maxBytes) throw new AppError('EXPORT_DAMAGED');
  }
  if (length > 0) throw new AppError('EXPORT_DAMAGED');
}
