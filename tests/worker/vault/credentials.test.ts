import { mkdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { MIN_MEMORY_BYTES } from '#core/key-derivation-cost';
import type { RecoveryKeyOffer } from '#core/vault-status';
import { codeOf, finishedVault, PASSPHRASE, readsKeptEntry } from '#tests/support/finished-vault';
import { tempFolder } from '#tests/support/temp-folder';
import { testClock } from '#tests/support/temp-journal';
import { quickSmith, vaultIn } from '#tests/support/temp-vault';
import { vaultService } from '#worker/services/vault';
import type { Keysmith } from '#worker/vault/build-vault';
import { openJournalIndex } from '#worker/vault/journal-index';

const { original, copy } = finishedVault();

type Vault = Awaited<ReturnType<typeof vaultIn>>;

const oldKey = (): string => original().offer.groups.join(' ');
const keyOf = ({ groups }: RecoveryKeyOffer): string => groups.join(' ');
const askedOf = ({ groups, prove }: RecoveryKeyOffer): string[] => prove.map((place) => groups[place] ?? '');

/** What a key does for the locked vault; leaves it locked. */
const opensWith = async (vault: Vault, key: string): Promise<string> => {
  const code = await codeOf(() => vault.unlockWithRecoveryKey(key));
  if (code !== 'nothing') return code;
  const whole = readsKeptEntry(vault);
  vault.close();
  return whole ? 'opens' : 'opens another';
};

const openCopy = async (clock?: ReturnType<typeof testClock>) => {
  const made = await copy(clock);
  await made.vault.unlock(PASSPHRASE);
  return made;
};

describe('a new passphrase', () => {
  it('opens the same journal and the old one does not', async () => {
    const { vault } = await openCopy();
    expect(await codeOf(() => vault.changePassphrase('wrong', 'next passphrase'))).toBe('WRONG_PASSPHRASE');
    await vault.changePassphrase(PASSPHRASE, 'next passphrase');
    vault.close();
    expect(await codeOf(() => vault.unlock(PASSPHRASE))).toBe('WRONG_PASSPHRASE');
    await vault.unlock('next passphrase');
    expect(readsKeptEntry(vault)).toBe(true);
    vault.close();
    expect(await opensWith(vault, oldKey())).toBe('opens');
  });

  it('never makes a guess cheaper than it was, on however busy a computer', async () => {
    const { home, vault } = await openCopy();
    const dear = { memoryBytes: MIN_MEMORY_BYTES, passes: 4 };
    const smith = await quickSmith();
    const make = (calibrate: Keysmith['calibrate']) =>
      vaultService({ smith: { ...smith, calibrate }, index: openJournalIndex(home), fillSample: () => undefined });
    vault.close();
    const quiet = make(async () => dear);
    await quiet.unlock(PASSPHRASE);
    await quiet.changePassphrase(PASSPHRASE, 'next passphrase');
    expect(quiet.security()).toMatchObject({ kdfPasses: 4 });
    quiet.close();
    const busy = make(smith.calibrate);
    await busy.unlock('next passphrase');
    await busy.changePassphrase('next passphrase', PASSPHRASE);
    expect(busy.security()).toMatchObject({ kdfPasses: 4 });
    busy.close();
  });

  it('may be chosen without the present one only after opening with the recovery key', async () => {
    const { vault } = await openCopy();
    expect(await codeOf(() => vault.changePassphrase(null, 'next passphrase'))).toBe('WRONG_PASSPHRASE');
    vault.close();
    await vault.unlockWithRecoveryKey(oldKey());
    await vault.changePassphrase(null, 'next passphrase');
    expect(vault.status()).toMatchObject({ openedWithRecoveryKey: false });
    vault.close();
    expect(await codeOf(() => vault.unlock('next passphrase'))).toBe('nothing');
  });

  it('whose writing a lock falls into leaves a journal that one of the two opens', async () => {
    const { vault } = await openCopy();
    const changing = codeOf(() => vault.changePassphrase(PASSPHRASE, 'next passphrase'));
    vault.close();
    expect(await changing).toBe('LOCKED');
    await vault.unlock(PASSPHRASE);
    expect(readsKeptEntry(vault)).toBe(true);
  });
});

describe('the recovery key of a new journal', () => {
  const newJournal = async () => {
    const vault = await vaultIn(join(tempFolder(), 'journals'));
    onTestFinished(() => vault.close());
    return { vault, offer: await vault.create(PASSPHRASE) };
  };

  it('counts as proven once its two groups were typed back, and by no others', async () => {
    const { vault, offer } = await newJournal();
    expect(vault.status()).toMatchObject({ state: 'open', recoveryKeyProven: false });
    expect(await vault.proveRecoveryKey(['AAAAA', 'BBBBB'])).toEqual({ mismatched: offer.prove });
    const typed = askedOf(offer).map((group) => ` ${group.toLowerCase()} `);
    expect(await vault.proveRecoveryKey(typed)).toEqual({ mismatched: [] });
    expect(vault.status()).toMatchObject({ state: 'open', recoveryKeyProven: true });
  });

  it('says which of the two was mistyped', async () => {
    const { vault, offer } = await newJournal();
    const [first = '', second = ''] = askedOf(offer);
    expect(await vault.proveRecoveryKey([first, 'BBBBB'])).toEqual({ mismatched: [offer.prove[1]] });
    expect(await vault.proveRecoveryKey(['AAAAA', second])).toEqual({ mismatched: [offer.prove[0]] });
  });

  it('counts as not proven after a lock while it was on the screen, and can be checked later', async () => {
    const { vault, offer } = await newJournal();
    vault.close();
    await vault.unlock(PASSPHRASE);
    expect(vault.status()).toMatchObject({ recoveryKeyProven: false });
    expect(await codeOf(() => vault.proveRecoveryKey(askedOf(offer)))).toBe('NOT_FOUND');
    await vault.checkRecoveryKey(keyOf(offer));
    expect(vault.status()).toMatchObject({ recoveryKeyProven: true });
  });

  it('stays the key when it is to be proven another day', async () => {
    const { vault, offer } = await newJournal();
    await vault.settleRecoveryKey({ keep: true });
    expect(vault.status()).toMatchObject({ recoveryKeyProven: false });
    expect(await codeOf(() => vault.settleRecoveryKey({ keep: true }))).toBe('NOT_FOUND');
    vault.close();
    await vault.unlockWithRecoveryKey(keyOf(offer));
    expect(vault.status()).toMatchObject({ openedWithRecoveryKey: true });
  });
});

describe('a new recovery key in place of another', () => {
  it('is not made without the passphrase', async () => {
    const { vault } = await openCopy();
    expect(await codeOf(() => vault.offerRecoveryKey('wrong'))).toBe('WRONG_PASSPHRASE');
  });

  it('opens nothing yet while it is on the screen: after a lock the old one still opens', async () => {
    const { vault } = await openCopy();
    const offer = await vault.offerRecoveryKey(PASSPHRASE);
    vault.close();
    expect(await opensWith(vault, keyOf(offer))).toBe('WRONG_RECOVERY_KEY');
    expect(await opensWith(vault, oldKey())).toBe('opens');
  });

  it('takes the place of the old one when it is proven: the old one opens nothing then', async () => {
    const { vault } = await openCopy();
    const offer = await vault.offerRecoveryKey(PASSPHRASE);
    expect(await vault.proveRecoveryKey(['AAAAA', 'BBBBB'])).toEqual({ mismatched: offer.prove });
    expect(await vault.proveRecoveryKey(askedOf(offer))).toEqual({ mismatched: [] });
    expect(vault.status()).toMatchObject({ recoveryKeyProven: true });
    vault.close();
    expect(await opensWith(vault, oldKey())).toBe('WRONG_RECOVERY_KEY');
    expect(await opensWith(vault, keyOf(offer))).toBe('opens');
  });

  it('takes the place of the old one when it is kept unproven, and the proof of the old one does not count for it', async () => {
    const { vault } = await openCopy();
    await vault.checkRecoveryKey(oldKey());
    const offer = await vault.offerRecoveryKey(PASSPHRASE);
    await vault.settleRecoveryKey({ keep: true });
    expect(vault.security().recoveryKeyProvenOn).toBeNull();
    vault.close();
    expect(await opensWith(vault, oldKey())).toBe('WRONG_RECOVERY_KEY');
    expect(await opensWith(vault, keyOf(offer))).toBe('opens');
  });

  it('is forgotten when the person stays with the old one', async () => {
    const { vault } = await openCopy();
    await vault.checkRecoveryKey(oldKey());
    const offer = await vault.offerRecoveryKey(PASSPHRASE);
    await vault.settleRecoveryKey({ keep: false });
    expect(vault.status()).toMatchObject({ recoveryKeyProven: true });
    expect(await codeOf(() => vault.proveRecoveryKey(askedOf(offer)))).toBe('NOT_FOUND');
    vault.close();
    expect(await opensWith(vault, keyOf(offer))).toBe('WRONG_RECOVERY_KEY');
    expect(await opensWith(vault, oldKey())).toBe('opens');
  });

  it('whose writing a lock falls into leaves a journal that both copies of the header open', async () => {
    const { vault } = await openCopy();
    const offer = await vault.offerRecoveryKey(PASSPHRASE);
    const proving = codeOf(() => vault.proveRecoveryKey(askedOf(offer)));
    vault.close();
    expect(await proving).toBe('LOCKED');
    expect(await opensWith(vault, keyOf(offer))).toBe('opens');
    await vault.unlock(PASSPHRASE);
    expect(readsKeptEntry(vault)).toBe(true);
  });

  it('that cannot be written leaves the old one valid, and is still on the screen to be tried again', async () => {
    const { vault, file } = await openCopy();
    const offer = await vault.offerRecoveryKey(PASSPHRASE);
    // A folder in the way of the file that a header is first written to.
    mkdirSync(file('header.b.json.new'));
    await expect(vault.proveRecoveryKey(askedOf(offer))).rejects.toThrow('EISDIR');
    await vault.checkRecoveryKey(oldKey());
    rmdirSync(file('header.b.json.new'));
    expect(await vault.proveRecoveryKey(askedOf(offer))).toEqual({ mismatched: [] });
    vault.close();
    expect(await opensWith(vault, keyOf(offer))).toBe('opens');
  });

  it('holds as soon as one copy of the header is written and proven', async () => {
    const { vault, file } = await openCopy();
    const offer = await vault.offerRecoveryKey(PASSPHRASE);
    mkdirSync(file('header.a.json.new'));
    expect(await vault.proveRecoveryKey(askedOf(offer))).toEqual({ mismatched: [] });
    vault.close();
    expect(await opensWith(vault, oldKey())).toBe('WRONG_RECOVERY_KEY');
  });
});

describe('checking the recovery key', () => {
  it('remembers the day on which it was right', async () => {
    const clock = testClock();
    const { vault } = await openCopy(clock);
    expect(vault.security().recoveryKeyProvenOn).toBeNull();
    await vault.checkRecoveryKey(oldKey().toLowerCase());
    expect(vault.security().recoveryKeyProvenOn).toBe('2026-11-21');
  });

  it('names the groups that cannot be right, and does not count that as a try', async () => {
    const { vault } = await openCopy();
    const groups = [...original().offer.groups];
    groups[2] = `${groups[2]?.startsWith('7') ? '8' : '7'}${groups[2]?.slice(1)}`;
    for (let time = 0; time < 7; time += 1) {
      await expect(vault.checkRecoveryKey(groups.join(' '))).rejects.toMatchObject({
        code: 'WRONG_RECOVERY_KEY',
        fields: { 2: 'check' },
      });
    }
    expect(await codeOf(() => vault.checkRecoveryKey(oldKey()))).toBe('nothing');
  });

  it('refuses the key of another journal and slows down after five', async () => {
    const clock = testClock(Date.now());
    const { vault } = await openCopy(clock);
    const foreign = await vaultIn(join(tempFolder(), 'journals'));
    onTestFinished(() => foreign.close());
    const key = keyOf(await foreign.create('another journal'));
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect(await codeOf(() => vault.checkRecoveryKey(key))).toBe('WRONG_RECOVERY_KEY');
    expect(await codeOf(() => vault.checkRecoveryKey(oldKey()))).toBe('TOO_MANY_ATTEMPTS');
    expect(vault.security().recoveryKeyProvenOn).toBeNull();
    clock.set(clock.now() + 2000);
    expect(await codeOf(() => vault.checkRecoveryKey(oldKey()))).toBe('nothing');
  });
});
