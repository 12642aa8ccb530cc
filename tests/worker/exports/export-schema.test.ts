import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type ExportLine, exportLineTypes } from '#core/export-line';
import { countsOf, journalLines } from '#tests/support/export-arbitraries';
import { exportText, linesOf, manifestFor } from '#tests/support/export-files';
import { tempExports } from '#tests/support/temp-exports';
import { parseLine, parseManifest } from '#worker/exports/parse-line';

const published = JSON.parse(readFileSync(new URL('../../../docs/export.schema.json', import.meta.url), 'utf8')) as {
  $defs: Record<string, { properties?: object }>;
};
// An independent reading of the published page: nothing of ours but the text of the schema goes in.
const schema = z.fromJSONSchema(published as z.core.JSONSchema.JSONSchema);

const fits = (value: unknown): boolean => schema.safeParse(value).success;

const isRead = (value: object): boolean => {
  const bytes = Buffer.from(JSON.stringify(value), 'utf8');
  try {
    if ('format' in value) parseManifest(bytes);
    else parseLine(bytes);
    return true;
  } catch {
    return false;
  }
};

test('every line of any export fits the published schema', () => {
  fc.assert(
    fc.property(journalLines, (lines: ExportLine[]) => {
      for (const text of exportText(lines).trimEnd().split('\n')) {
        const line = JSON.parse(text) as unknown;
        if (!fits(line)) expect(line).toBe('a line that fits the schema');
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);

test('every line of a file that Ebb wrote fits the published schema', async () => {
  const t = await tempExports();
  await t.create();
  await t.write(t.file);
  const lines = await linesOf(t.file);
  expect(lines.map((text) => fits(JSON.parse(text)))).toEqual(lines.map(() => true));
});

test('the schema names every type of line', () => {
  expect(Object.keys(published.$defs)).toEqual(expect.arrayContaining([...exportLineTypes, 'manifest', 'end']));
});

/** One line of each type, all fields filled. */
const samples = (): object[] => {
  const found = new Map<string, object>();
  const complete = (line: object): boolean => Object.values(line).every((value) => value !== null);
  for (const line of fc.sample(journalLines, { numRuns: 200, seed: 7 }).flat()) {
    if (!found.has(line.type) || (complete(line) && !complete(found.get(line.type) ?? {}))) found.set(line.type, line);
  }
  const end = { type: 'end', counts: countsOf([]), sha256: 'a'.repeat(64) };
  return [manifestFor([]), ...exportLineTypes.map((type) => found.get(type) ?? {}), end];
};

const strange = [
  null,
  true,
  -1,
  0,
  1.5,
  11,
  1e17,
  '',
  ' ',
  'zz',
  'x'.repeat(500),
  [],
  ['zz', 'yy'],
  [1],
  {},
  { type: 'zz' },
];

// What no schema can say: which zones there are, what decodes as base64, and what goes with what.
const beyondSchema = (type: string, field: string, value: unknown): boolean =>
  (typeof value === 'string' && ['zone', 'bytes', 'thumbnail'].includes(field)) ||
  (type === 'run' && ['ended', 'endCause'].includes(field));

describe('the published schema and the reader agree', () => {
  test.each(samples().map((line) => ['type' in line ? String(line.type) : 'manifest', line] as const))(
    'about %s',
    (type, line) => {
      expect([fits(line), isRead(line)]).toEqual([true, true]);
      for (const field of Object.keys(line)) {
        const { [field as keyof typeof line]: _, ...without } = line;
        expect([type, field, fits(without)]).toEqual([type, field, isRead(without)]);
        for (const value of strange) {
          const changed = { ...line, [field]: value };
          if (beyondSchema(type, field, value)) continue;
          expect([type, field, value, fits(changed)]).toEqual([type, field, value, isRead(changed)]);
        }
      }
      const more = { ...line, more: 1 };
      expect([type, fits(more)]).toEqual([type, isRead(more)]);
    },
  );
});
