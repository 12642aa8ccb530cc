import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { AppError } from '#core/errors';
import { sealWithLibrary } from '#tests/support/age-files';
import { sealText } from '#tests/support/export-files';
import { holding, holdingText, type SomeLine, sampleLines } from '#tests/support/export-samples';
import { noteFault } from '#tests/support/how-often';
import { EXPORT_PASSPHRASE, tempExports } from '#tests/support/temp-exports';
import { readExport } from '#worker/exports/read-export';
import { loadSodium } from '#worker/vault/sodium';

const { tag, entry, setting, attachment, piece, goal, mark } = sampleLines;

/** Names, ids and texts that lead elsewhere for whoever makes paths, statements, markup or objects of them. */
const strings = [
  '../../../../tmp/outside',
  '/etc/cron.d/outside',
  '..\\..\\outside',
  'C:\\Windows\\outside.exe',
  'file:///etc/passwd',
  '\\\\outside.example\\share',
  'CON',
  '.',
  '..',
  '',
  '\u0000outside',
  '~/outside',
  '$(touch outside)',
  '`touch outside`',
  '; touch outside',
  "'; DROP TABLE entry; --",
  '__proto__',
  'constructor',
  '<img src=x onerror=alert(1)>',
  '\ud800',
  '\u202egpj.exe',
  'x'.repeat(1_000_000),
  '\u0301'.repeat(100_000),
] as const;

const numbers = [
  '1e309',
  '-1e309',
  '1e-400',
  '9007199254740993',
  '-0',
  '1.5',
  '"1"',
  'true',
  '[1]',
  '{}',
  `1${'0'.repeat(5000)}`,
];

const changed = (line: object, field: string, value: unknown): SomeLine => ({ ...line, [field]: value }) as SomeLine;

/** The same line with a number as it is typed here, which JSON.stringify would never write. */
const typed = (line: object, field: string, text: string): string =>
  JSON.stringify({ ...line, [field]: 'HERE' }).replace('"HERE"', text);

const lines: readonly (readonly [string, string])[] = [
  ...strings.map(
    (text) =>
      [
        `an attachment named ${JSON.stringify(text.slice(0, 30))}`,
        holding(tag, entry, changed(attachment, 'name', text), piece),
      ] as const,
  ),
  ...strings.map(
    (text) =>
      [`an entry with the id ${JSON.stringify(text.slice(0, 30))}`, holding(tag, changed(entry, 'id', text))] as const,
  ),
  ...strings.map(
    (text) => [`a setting named ${JSON.stringify(text.slice(0, 30))}`, holding(changed(setting, 'key', text))] as const,
  ),
  ...strings.map(
    (text) =>
      [`an entry titled ${JSON.stringify(text.slice(0, 30))}`, holding(tag, changed(entry, 'title', text))] as const,
  ),
  ...numbers.map((text) => [`a time of ${text.slice(0, 30)}`, holdingText(typed(setting, 'value', text))] as const),
  ...numbers.map(
    (text) =>
      [`an entry changed at ${text.slice(0, 30)}`, holdingText(typed(entry, 'updatedAt', text), 'entry')] as const,
  ),
  ...numbers.map(
    (text) => [`a mark of ${text.slice(0, 30)}`, holdingText(typed(mark, 'amount', text), 'goal-mark')] as const,
  ),
  [
    'a goal that pauses ten thousand times',
    holding(changed(goal, 'pauses', Array(10_000).fill({ from: '2026-11-18', to: null }))),
  ],
  ['a tag ten thousand times', holding(tag, changed(entry, 'tags', Array(10_000).fill('home')))],
  ['a field twice', holdingText('{"type":"setting","type":"setting","key":"a","key":"b","value":"c"}')],
  ['a type twice', holdingText('{"type":"setting","key":"a","value":"b","type":"tombstone"}')],
  ['a prototype', holdingText('{"type":"setting","key":"a","value":"b","constructor":{"prototype":{"polluted":1}}}')],
  ['a byte order mark', `\ufeff${holding(setting)}`],
  ['line breaks of another system', holding(setting).replaceAll('\n', '\r\n')],
  ['half a million empty lines', holding(setting) + '\n'.repeat(500_000)],
];

const asAge = (...header: readonly string[]): Buffer =>
  Buffer.concat([Buffer.from(['age-encryption.org/v1', ...header, ''].join('\n')), randomBytes(200)]);

const salt = randomBytes(16).toString('base64').replaceAll('=', '');
const body = randomBytes(32).toString('base64').replaceAll('=', '');
const mac = `--- ${body}`;

const files: readonly (readonly [string, Uint8Array])[] = [
  ['nothing', Buffer.alloc(0)],
  ['a first line alone', Buffer.from('age-encryption.org/v1\n')],
  ['a newer version of age', Buffer.from('age-encryption.org/v2\n-> scrypt\n')],
  ['a header without end', Buffer.from(`age-encryption.org/v1\n${'-> x\n'.repeat(500_000)}`)],
  ['a line of 8 MB', Buffer.from(`age-encryption.org/v1\n-> ${'x'.repeat(8_000_000)}\n`)],
  ['a thousand stanzas', asAge(...Array(1000).fill(`-> scrypt ${salt} 1\n${body}`), mac)],
  ['no stanza', asAge(mac)],
  ['work for years', asAge(`-> scrypt ${salt} 60`, body, mac)],
  ['work of nought', asAge(`-> scrypt ${salt} 0`, body, mac)],
  ['negative work', asAge(`-> scrypt ${salt} -1`, body, mac)],
  ['work written oddly', asAge(`-> scrypt ${salt} 1e1`, body, mac)],
  ['a short salt', asAge('-> scrypt AAAA 1', body, mac)],
  ['a body of another length', asAge(`-> scrypt ${salt} 1`, `${body}${body}`.slice(0, 60), mac)],
  ['a wrong MAC', asAge(`-> scrypt ${salt} 1`, body, mac)],
  ['another recipient', asAge('-> X25519 AAAA', body, mac)],
  ['a plugin', asAge('-> ../../../bin/sh x', body, mac)],
  ['an armoured file', Buffer.from('-----BEGIN AGE ENCRYPTED FILE-----\nAAAA\n-----END AGE ENCRYPTED FILE-----\n')],
  ['a zip', Buffer.concat([Buffer.from('PK\u0003\u0004'), randomBytes(5000)])],
  ['a gzip bomb', gzipSync(Buffer.alloc(50_000_000))],
  ['a database', Buffer.from(`SQLite format 3\u0000${'x'.repeat(5000)}`)],
  ['noise', randomBytes(100_000)],
  ['text', Buffer.from('Dear diary\n'.repeat(1000))],
];

const nothing = (): void => undefined;
const hooks = { onManifest: nothing, onRecord: nothing, onProgress: nothing };
const told = /^(EXPORT_DAMAGED|EXPORT_TIME|EXPORT_NEWER|NOT_AN_EXPORT|WRONG_PASSPHRASE|taken in)$/;

/** Every so many is read into a journal as well, which comes to the same as a look at it. */
const RESTORE_EVERY = 12;

describe('a hostile export is refused, or holds nothing but words; nothing is written elsewhere', () => {
  let tried = 0;
  afterAll(() => noteFault('hostile exports', tried, '0 half taken in, 0 writes outside'));

  type Hostile = readonly [what: string, write: (file: string) => void | Promise<void>];

  const check = async (hostile: readonly Hostile[]): Promise<void> => {
    const t = await tempExports();
    const sodium = await loadSodium();
    const around = (): string[] => [t.folder, join(t.home, '..'), '.'].flatMap((folder) => readdirSync(folder)).sort();
    const codeOf = async (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => 'taken in',
        (error: unknown) => (error instanceof AppError ? error.code : String(error)),
      );
    writeFileSync(t.file, '');
    mkdirSync(t.home);
    const before = around();
    for (const [what, write] of hostile) {
      await write(t.file);
      const began = performance.now();
      const seen = await codeOf(readExport(sodium, { file: t.file, passphrase: EXPORT_PASSPHRASE }, hooks));
      expect(seen, what).toMatch(told);
      expect(performance.now() - began, what).toBeLessThan(60_000);
      if (tried % RESTORE_EVERY === 0) {
        const journals = readdirSync(t.home);
        expect(await codeOf(t.restore(t.file)), what).toBe(seen);
        if (seen !== 'taken in') expect(readdirSync(t.home), what).toEqual(journals);
        t.vault.close();
      }
      expect(around(), what).toEqual(before);
      expect(Object.hasOwn(Object.prototype, 'polluted'), what).toBe(false);
      tried += 1;
    }
  };

  it('of lines that lie', () => check(lines.map(([what, text]) => [what, (file) => sealText(file, text)])), 600_000);

  it('of bytes that are something else', async () => {
    const noise = await sealWithLibrary(randomBytes(300_000), EXPORT_PASSPHRASE);
    const all = [...files, ['noise under the right passphrase', noise] as const];
    await check(all.map(([what, bytes]) => [what, (file) => writeFileSync(file, bytes)]));
  }, 600_000);
});
