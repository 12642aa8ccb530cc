import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ImportFormat } from '#core/import';
import { anId } from '#tests/support/builders';
import { tempFolder } from '#tests/support/temp-folder';
import { detectSource } from '#worker/imports/detect-source';
import type { BadRow, Imported } from '#worker/imports/imported';
import { openSource } from '#worker/imports/open-source';
import { readSource } from '#worker/imports/read-source';

export type Contents = string | Uint8Array;

/** A file of that name in a folder of its own; gone when the test has finished. */
export const tempFile = (name: string, contents: Contents): string => {
  const path = join(tempFolder(), name);
  writeFileSync(path, contents);
  return path;
};

/** A folder with these files; gone when the test has finished. */
export const folderWith = (files: Readonly<Record<string, Contents>>): string => {
  const folder = join(tempFolder(), 'Journal');
  mkdirSync(folder);
  for (const [name, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), contents);
  }
  return folder;
};

export type ReadImport = { readonly format: ImportFormat; readonly records: Imported[]; readonly bad: BadRow[] };

/** Everything that reading a file or folder finds, as the zone to assume Europe/Berlin. */
export const readImport = async (
  path: string,
  { zone = 'Europe/Berlin', format }: { readonly zone?: string; readonly format?: ImportFormat } = {},
): Promise<ReadImport> => {
  const source = await openSource(path);
  onTestFinished(() => source.close());
  const found: ReadImport = { format: format ?? (await detectSource(source)), records: [], bad: [] };
  for await (const { kind, ...row } of readSource(source, found.format, { zone, newId: anId })) {
    if (kind === 'record') found.records.push(row as Imported);
    else found.bad.push(row as BadRow);
  }
  return found;
};
