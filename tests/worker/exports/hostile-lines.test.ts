import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError, type ErrorCode } from '#core/errors';
import type { ExportLine } from '#core/export-line';
import { LAST_INSTANT, recordId } from '#core/record';
import { journalLines } from '#tests/support/export-arbitraries';
import { closed, exportText, manifestFor, sealText } from '#tests/support/export-files';
import { holding, holdingText, type SomeLine, sampleLines } from '#tests/support/export-samples';
import { EXPORT_PASSPHRASE, tempExports } from '#tests/support/temp-exports';
import { tempFolder } from '#tests/support/temp-folder';
import { lineText } from '#worker/exports/export-lines';
import { readExport } from '#worker/exports/read-export';
import { readEntry } from '#worker/services/entries';
import { loadSodium } from '#worker/vault/sodium';

const failureOf = async (text: string | Uint8Array): Promise<ErrorCode | null> => {
  const file = join(tempFolder(), 'hostile.ebb.age');
  await sealText(file, text);
  const nothing = (): void => undefined;
  try {
    await readExport(
      await loadSodium(),
      { file, passphrase: EXPORT_PASSPHRASE },
      { onManifest: nothing, onRecord: nothing, onProgress: nothing },
    );
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
};

const { record, setting, tag, entry, goal, mark, attachment, piece, other } = sampleLines;

test('takes what is right, so that what follows is refused for its own sake', async () => {
  expect(await failureOf(holding(setting, tag, entry, goal, mark, attachment, piece))).toBeNull();
  expect(await failureOf(holding())).toBeNull();
});

describe('refuses as damaged', () => {
  const cases: readonly (readonly [string, string | Uint8Array])[] = [
    ['a type it does not know', holding({ type: 'poem' })],
    ['a type named like a built-in of JavaScript', holding({ type: 'constructor' })],
    ['a field it does not know', holding({ ...setting, more: 1 } as SomeLine)],
    ['a prototype as a field', holdingText('{"type":"setting","key":"a","value":"b","__proto__":{"polluted":1}}')],
    [
      'a prototype in a document',
      holding(
        tag,
        JSON.parse(JSON.stringify(entry).replace('{"type":"doc"', '{"__proto__":{"x":1},"type":"doc"')) as SomeLine,
      ),
    ],
    ['a missing field', holding({ type: 'setting', key: 'a' } as SomeLine)],
    ['a number for a text', holding({ ...setting, value: 5 } as SomeLine)],
    ['a fraction for a whole number', holding(tag, { ...entry, wordCount: 1.5 } as SomeLine)],
    ['a mood of 9', holding(tag, { ...entry, mood: 9 } as SomeLine)],
    ['a day that is in no calendar', holding(tag, { ...entry, day: '2026-02-30' } as SomeLine)],
    ['a zone that does not exist', holding(tag, { ...entry, zone: '../../etc/passwd' } as SomeLine)],
    [
      'a node that is in no document',
      holding(tag, { ...entry, body: { type: 'doc', content: [{ type: 'script' }] } } as SomeLine),
    ],
    [
      'a link that runs a script',
      holding(tag, {
        ...entry,
        body: {
          type: 'doc',
          content: [
            {
              type: 'paragraph',
              content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }],
            },
          ],
        },
      } as SomeLine),
    ],
    ['an array for a line', holdingText('[]')],
    ['null for a line', holdingText('null')],
    ['an empty line', holdingText('')],
    ['half a line of JSON', holdingText('{"type":"setting"')],
    ['a hundred thousand brackets', holdingText('['.repeat(100_000))],
    [
      'a hundred thousand nested objects in a document',
      holding(tag, entry).replace(
        '{"type":"paragraph"}',
        '{"type":"blockquote","content":['.repeat(100_000) + ']}'.repeat(100_000),
      ),
    ],
    ['a line of 40 MiB', holdingText(JSON.stringify({ ...setting, value: 'x'.repeat(40 * 1024 * 1024) }))],
    [
      'a line without an end',
      Buffer.concat([Buffer.from(`${JSON.stringify(manifestFor([]))}\n`), Buffer.alloc(40 * 1024 * 1024, 0x20)]),
    ],
    ['bytes that are no UTF-8', Buffer.from(holdingText('{"type":"setting","key":"a","value":"\u00ff"}'), 'latin1')],
    ['a setting of another vault', holding({ ...setting, key: 'device' } as SomeLine)],
    ['an id twice', holding({ ...tag }, { ...tag, name: 'other' } as SomeLine)],
    [
      'an id twice in another spelling',
      holding(tag, { ...tag, id: record.id.toUpperCase(), name: 'other' } as SomeLine),
    ],
    ['a name twice without regard to case', holding(tag, { ...tag, ...other, name: 'HOME' } as SomeLine)],
    ['a setting twice', holding(setting, setting)],
    ['a tag on an entry that has no line', holding(entry)],
    ['a mark without its goal', holding(mark)],
    [
      'two pauses from one day',
      holding({ ...goal, pauses: [...goal.pauses, { from: '2026-11-18', to: '2026-11-19' }] } as SomeLine),
    ],
    ['lines out of order', holding(tag, setting)],
    ['a piece without its attachment', holding(piece)],
    ['an attachment without its pieces', holding(attachment)],
    ['an attachment whose bytes are others', holding(attachment, { ...piece, bytes: 'YWJk' } as SomeLine)],
    ['an attachment that is longer than it says', holding({ ...attachment, size: 2 } as SomeLine, piece)],
    ['a piece out of turn', holding(attachment, { ...piece, piece: 1 } as SomeLine)],
    ['a piece twice', holding(attachment, piece, piece)],
    ['an empty piece', holding({ ...attachment, size: 0 } as SomeLine, { ...piece, bytes: '' } as SomeLine)],
    ['base64 with line breaks', holding(attachment, { ...piece, bytes: 'YW\nJj' } as SomeLine)],
    [
      'base64 in the alphabet for addresses',
      holding({ ...attachment, size: 1 } as SomeLine, { ...piece, bytes: '_w==' } as SomeLine),
    ],
    [
      'base64 with stray bits',
      holding({ ...attachment, size: 1 } as SomeLine, { ...piece, bytes: 'YX==' } as SomeLine),
    ],
    ['a last line that is not last', `${holding(setting)}${JSON.stringify(setting)}\n`],
    ['something behind the last line', `${holding(setting)} `],
    ['a last line without a line break', holding(setting).trimEnd()],
    ['no last line', `${JSON.stringify(manifestFor([]))}\n`],
    [
      'a count in the manifest that is not so',
      closed([JSON.stringify({ ...manifestFor([]), counts: { entry: 1 } })], {}),
    ],
    ['a count in the last line that is not so', closed([JSON.stringify(manifestFor([]))], { entry: 1 })],
    ['a changed line', holding(setting).replace('R.', 'S.')],
    ['a manifest of no version', holding().replace('"version":3,', '')],
    ['a manifest of version 0', holding().replace('"version":3', '"version":0')],
  ];
  test.each(cases)('%s', async (_, text) => {
    expect(await failureOf(text)).toBe('EXPORT_DAMAGED');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('refuses for a time that cannot be right', () => {
  // The year 2500, the last version there can be, and the first millisecond too late.
  const beyond = [Date.UTC(2500, 0, 1), 2 ** 48 - 1, LAST_INSTANT + 1];
  const versionAt = (ms: number): string => `${ms.toString(16).padStart(12, '0')}-0000-0a0b0c0d`;
  const revision = { type: 'revision', entry: record.id, savedAt: record.updatedAt, reason: 'edit', title: '' };

  test.each(beyond)('a version made at %d ms, on whatever carries one', async (ms) => {
    const version = versionAt(ms);
    expect(await failureOf(holding({ ...tag, version } as SomeLine))).toBe('EXPORT_TIME');
    expect(await failureOf(holding(tag, { ...entry, version } as SomeLine))).toBe('EXPORT_TIME');
    expect(await failureOf(holding(goal, { ...mark, version } as SomeLine))).toBe('EXPORT_TIME');
    expect(await failureOf(holding({ ...revision, version, body: entry.body } as SomeLine))).toBe('EXPORT_TIME');
    const tombstone = { type: 'tombstone', id: record.id, kind: 'entry', version };
    expect(await failureOf(holding(tombstone))).toBe('EXPORT_TIME');
  });

  test('but takes what a clock set ten years ahead has made, and tells how far ahead it is', async () => {
    const ms = Date.UTC(2036, 10, 21);
    const file = join(tempFolder(), 'ahead.ebb.age');
    await sealText(file, holding(tag, { ...entry, version: versionAt(ms) } as SomeLine));
    const t = await tempExports();
    expect(await t.inspect(file)).toMatchObject({ latestAt: ms });
    await t.restore(file);
    const kept = readEntry(t.vault.journal(), recordId.parse(record.id));
    expect(kept.version).toBe(versionAt(ms));
  });
});

test('takes nothing for an export whose first line is not its manifest', async () => {
  for (const text of ['', '\n', 'Dear diary,\n', '{"format":"other","version":1}\n', '[]\n', '"ebb-export"\n']) {
    expect(await failureOf(text)).toBe('NOT_AN_EXPORT');
  }
});

test('tells a newer export before anything else about it', async () => {
  expect(await failureOf('{"format":"ebb-export","version":4,"anything":[]}\n{"type":"hologram"}\n')).toBe(
    'EXPORT_NEWER',
  );
  expect(await failureOf(holding().replace('"version":3', '"version":4'))).toBe('EXPORT_NEWER');
});

test('never takes an export that differs from a right one in any line', async () => {
  await fc.assert(
    fc.asyncProperty(journalLines, fc.nat(), fc.nat(), async (lines: ExportLine[], which, where) => {
      const texts = lines.map(lineText);
      const index = which % Math.max(1, texts.length);
      const text = texts[index] ?? '';
      const at = where % Math.max(1, text.length);
      const broken = texts.with(Math.min(index, Math.max(0, texts.length - 1)), text.slice(0, at) + text.slice(at + 1));
      if (lines.length === 0) return;
      const whole = exportText(lines);
      expect(await failureOf(whole)).toBeNull();
      const first = JSON.stringify(manifestFor(lines));
      const last = whole.trimEnd().split('\n').at(-1) ?? '';
      expect(await failureOf([first, ...broken, last, ''].join('\n'))).toBe('EXPORT_DAMAGED');
    }),
    { numRuns: 40 },
  );
});

test('leaves nothing behind when a restore meets damage after much was stored already', async () => {
  const t = await tempExports();
  const settings = Array.from({ length: 20 }, (_, key) => ({
    ...setting,
    key: `key-${key + 10}`,
    value: 'x'.repeat(900_000),
  }));
  await sealText(t.file, holding(...settings, attachment, { ...piece, bytes: 'YWJk' } as SomeLine));
  await expect(t.restore(t.file)).rejects.toEqual(new AppError('EXPORT_DAMAGED'));
  expect(readdirSync(t.home)).toEqual([]);
  expect(t.vault.status()).toEqual({ state: 'none' });
});
