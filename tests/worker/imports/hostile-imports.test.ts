import { existsSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Block, document, type Inline, type ListItem, type TaskItem } from '#core/document';
import { isSafeHref } from '#core/document-problem';
import { AppError } from '#core/errors';
import { labels } from '#core/feeling';
import { localDate } from '#core/local-date';
import { instant, zone } from '#core/record';
import { type HostileFile, hostileFiles } from '#tests/support/hostile-imports';
import { readImport, tempFile } from '#tests/support/temp-imports';
import { type Imported, ImportProblem } from '#worker/imports/imported';

const LIMIT_MS = 10_000;

type Node = Block | ListItem | TaskItem | Inline;

const nodesOf = (nodes: readonly Node[]): Node[] =>
  nodes.flatMap((node) => [node, ...('content' in node && node.content ? nodesOf(node.content as Node[]) : [])]);

const checkRecord = async (record: Imported): Promise<void> => {
  expect(document.safeParse(record.body).success).toBe(true);
  expect(
    [instant, zone, localDate, labels].map(
      (schema, index) => schema.safeParse([record.at, record.zone, record.day, record.tags][index]).success,
    ),
  ).toEqual([true, true, true, true]);
  expect(record.title.length).toBeLessThanOrEqual(400);
  const nodes = nodesOf(record.body.content);
  const links = nodes
    .flatMap((node) => ('marks' in node ? (node.marks ?? []) : []))
    .flatMap((mark) => (mark.type === 'link' ? [mark.attrs.href] : []));
  expect(links.filter((href) => !isSafeHref(href))).toEqual([]);
  const shown = nodes.flatMap((node) => (node.type === 'image' ? [node.attrs.id] : []));
  expect(new Set(shown)).toEqual(new Set(record.pictures.map(({ id }) => id)));
  for (const picture of record.pictures) {
    const bytes = await picture.read().catch((error: unknown) => error);
    if (!(bytes instanceof ImportProblem))
      expect(Buffer.from(bytes as Uint8Array).toString('latin1')).not.toContain('root:');
  }
};

const readsWithoutHarm = async (name: string, contents: ReturnType<HostileFile[2]>): Promise<void> => {
  const path = tempFile(name, contents);
  const begun = performance.now();
  try {
    const { records } = await readImport(path);
    for (const record of records.slice(0, 100)) await checkRecord(record);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.code).toMatch(/^IMPORT_/);
  }
  expect(performance.now() - begun).toBeLessThan(LIMIT_MS);
  expect(readdirSync(dirname(path))).toEqual([name]);
  expect('polluted' in {}).toBe(false);
};

describe('a hostile file', () => {
  test('is one of many', () => {
    expect(hostileFiles.length).toBeGreaterThan(250);
    expect(existsSync('/etc/passwd') || process.platform === 'win32').toBe(true);
  });

  test.each(hostileFiles)('of %s ends soon, fails only in our words, and does no harm', async (_, name, contents) => {
    await readsWithoutHarm(name, contents());
  });

  test.each(['>', '> ', '- ', '1. ', '<blockquote>'])(
    'with tens of thousands of %j is told as too deep',
    async (mark) => {
      const text = mark.repeat(50_000);
      const { records, bad } = mark.startsWith('<')
        ? await readImport(tempFile('a.json', JSON.stringify({ entries: [{ date: '2024-01-15', text }] })))
        : await readImport(tempFile('2024-01-15.md', `${text}a`));
      expect([records.length, bad.map(({ reason }) => reason)]).toEqual([0, ['too-deep']]);
    },
  );
});
