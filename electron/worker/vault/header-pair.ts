import { join } from 'node:path';
import { AppError } from '#core/errors';
import { readIfThere, replaceFile } from './durable-file';
import { encodeHeader, type Header, type HeaderFields, type ParsedHeader, parseHeader } from './header';

const headerFile = (folder: string, copy: 'a' | 'b'): string => join(folder, `header.${copy}.json`);

/** The valid headers of a vault, newest generation first, and whether a copy is damaged, missing or behind. */
export type HeaderPair = { readonly candidates: readonly Header[]; readonly needsRepair: boolean };

const isHeader = (parsed: ParsedHeader | undefined): parsed is Header =>
  parsed !== undefined && parsed !== 'damaged' && parsed !== 'newer';

/** Reads both copies. Fails with VAULT_NEWER, HEADER_MISSING (neither file is there or holds anything) or HEADER_DAMAGED. */
export const readHeaderPair = (folder: string): HeaderPair => {
  const files = (['a', 'b'] as const).map((copy) => readIfThere(headerFile(folder, copy)));
  const parsed = files.map((bytes) => (bytes === undefined || bytes.length === 0 ? undefined : parseHeader(bytes)));
  if (parsed.includes('newer')) throw new AppError('VAULT_NEWER');
  const candidates = parsed.filter(isHeader).sort((one, other) => other.fields.generation - one.fields.generation);
  const newest = candidates[0];
  if (newest === undefined) throw new AppError(parsed.includes('damaged') ? 'HEADER_DAMAGED' : 'HEADER_MISSING');
  return { candidates, needsRepair: candidates.length < 2 || candidates.some(({ text }) => text !== newest.text) };
};

/**
 * Writes both copies, b before a, each durable before the next is touched, so that one valid copy exists at every moment.
 * `proves` is asked of b as reread from the disk; when it says no, both are left as they were and HEADER_DAMAGED is thrown.
 */
export const writeHeaderPair = async (
  folder: string,
  fields: HeaderFields,
  { vaultKey, proves }: { readonly vaultKey: Uint8Array; readonly proves: (reread: Header) => Promise<boolean> },
): Promise<void> => {
  const bytes = encodeHeader(fields, vaultKey);
  const before = readIfThere(headerFile(folder, 'b'));
  replaceFile(headerFile(folder, 'b'), bytes);
  const written = readIfThere(headerFile(folder, 'b'));
  const reread = written === undefined ? 'damaged' : parseHeader(written);
  if (!isHeader(reread) || !(await proves(reread))) {
    // It would be taken for the newer one.
    if (before !== undefined) replaceFile(headerFile(folder, 'b'), before);
    throw new AppError('HEADER_DAMAGED');
  }
  replaceFile(headerFile(folder, 'a'), bytes);
};
