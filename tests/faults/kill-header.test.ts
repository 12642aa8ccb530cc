import { copyFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { act } from '#tests/faults/support/act';
import { ENTRIES, NEW, OLD, opensWith, originalJournal, unlock } from '#tests/faults/support/journals';
import { killAtSteps } from '#tests/faults/support/kill-at-steps';
import { howOften } from '#tests/support/how-often';
import { tempFolder } from '#tests/support/temp-folder';

const { original, copied } = originalJournal();

const unlockNew = { method: 'vault.unlock', input: { passphrase: NEW } } as const;

const change = { method: 'vault.changePassphrase', input: { current: OLD, next: NEW } } as const;

type Pair = readonly [string, string];

const headersIn = (home: string): Pair => {
  const folder = join(home, basename(original.folder));
  return [join(folder, 'header.a.json'), join(folder, 'header.b.json')];
};

const flip = (file: string): void => {
  const bytes = readFileSync(file);
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  writeFileSync(file, bytes);
};

type Loss = { readonly what: string; readonly lose: (files: Pair) => void };

/** What becomes of one of the two. The first of these are tried in npm test. */
const losses: readonly Loss[] = [
  { what: 'of which the first is gone', lose: ([a]) => rmSync(a) },
  { what: 'of which the second is behind', lose: ([, b]) => copyFileSync(headersIn(original.home)[1], b) },
  { what: 'of which the first is behind', lose: ([a]) => copyFileSync(headersIn(original.home)[0], a) },
  { what: 'of which the second is gone', lose: ([, b]) => rmSync(b) },
  { what: 'of which the first is damaged', lose: ([a]) => flip(a) },
  { what: 'of which the second is damaged', lose: ([, b]) => flip(b) },
  { what: 'of which the first is empty', lose: ([a]) => writeFileSync(a, '') },
];

const readPair = (home: string): readonly Buffer[] => headersIn(home).map((file) => readFileSync(file));

describe('killed at any step', () => {
  it('while key files are mended: the journal opens with the passphrase it has, and the two are one again', {
    timeout: 3_600_000,
  }, async () => {
    // With another passphrase by now: a file of before opens with the one that is not to open it any more.
    const whole = copied();
    expect((await act({ home: whole, calls: [unlock, change] })).exit).toBe(0);
    const pair = readPair(whole);
    expect(pair[0]).toEqual(pair[1]);
    for (const { what, lose } of losses.slice(0, howOften({ short: 2, full: losses.length }))) {
      const prepare = () => {
        const home = join(tempFolder(), 'journals');
        cpSync(whole, home, { recursive: true });
        lose(headersIn(home));
        return { home, calls: [unlockNew] };
      };
      await killAtSteps(`mending key files ${what}`, prepare, async (home, acknowledged) => {
        if (acknowledged) expect(readPair(home)).toEqual(pair);
        expect(await opensWith(home, NEW)).toBe(ENTRIES + 1);
        expect(readPair(home)).toEqual(pair);
        expect(await opensWith(home, OLD)).toBeNull();
      });
    }
  });
});
