import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { EXPORT_VERSION, type ExportLine } from '#core/export-line';
import { openWithEbb, sealWithLibrary } from '#tests/support/age-files';
import { countsOf } from '#tests/support/export-arbitraries';
import { EXPORT_PASSPHRASE } from '#tests/support/temp-exports';
import { lineText } from '#worker/exports/export-lines';

/** The manifest of an export with these records, as Ebb would write it. */
export const manifestFor = (lines: readonly { readonly type: string }[]) => ({
  format: 'ebb-export',
  version: EXPORT_VERSION,
  app: '0.0.0-test',
  journal: '0f4a3c52-6b1c-4a49-9d0a-7c1f6b2f2f11',
  exportedAt: Date.UTC(2026, 10, 21, 11),
  counts: countsOf(lines),
});

/** The text of an export from its first lines on, closed with a last line that is right about them. */
export const closed = (texts: readonly string[], counts: Readonly<Record<string, number>>): string => {
  const before = texts.map((text) => `${text}\n`).join('');
  const sha256 = createHash('sha256').update(before).digest('hex');
  return `${before}${JSON.stringify({ type: 'end', counts, sha256 })}\n`;
};

/** The text of a whole export of these records, with more in its manifest. */
export const exportText = (lines: readonly ExportLine[], more: object = {}): string =>
  closed([JSON.stringify({ ...manifestFor(lines), ...more }), ...lines.map(lineText)], countsOf(lines));

/** Seals a text as an export would be, at a work factor that takes no time. */
export const sealText = async (file: string, text: string | Uint8Array): Promise<void> =>
  writeFileSync(file, await sealWithLibrary(Buffer.from(text), EXPORT_PASSPHRASE));

/** The lines of an export, opened; manifest first. */
export const linesOf = async (file: string): Promise<string[]> =>
  (await openWithEbb(file, EXPORT_PASSPHRASE)).toString('utf8').trimEnd().split('\n');
