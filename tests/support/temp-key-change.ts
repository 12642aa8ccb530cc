import { randomUUID } from 'node:crypto';
import type { RecoveryKeyOffer } from '#core/vault-status';
import type { KeptWork } from '#core/worker-message';
import { PASSPHRASE, tempSnapshots } from '#tests/support/temp-snapshots';
import { threadFile } from '#tests/support/threads';
import { keyChangeService } from '#worker/services/key-change';
import { unsavedService } from '#worker/services/unsaved';
import { databaseKey } from '#worker/vault/keys';
import { loadSodium } from '#worker/vault/sodium';

const askedOf = ({ groups, prove }: RecoveryKeyOffer): string[] => prove.map((place) => groups[place] ?? '');

/** A journal with three entries and a snapshot, and what changes its key. */
export const tempKeyChange = async () => {
  const test = await tempSnapshots();
  const { vault, index, clock, service } = test;
  const box: { kept: KeptWork } = { kept: {} };
  const unsaved = unsavedService({
    vault,
    sodium: await loadSodium(),
    kept: box.kept,
    onKept: (kept) => Object.assign(box, { kept }),
  });
  const thread = threadFile('snapshot-thread');
  const keyChange = keyChangeService({ vault, smith: { clock }, index, snapshots: service, unsaved, thread });
  const ids = test.fill(3);
  const snapshot = await test.take();
  const key = (): string => databaseKey(vault.current().vaultKey);
  const prepare = async (): Promise<RecoveryKeyOffer> => {
    const offer = await vault.prepareKeyChange(PASSPHRASE);
    await vault.proveRecoveryKey(askedOf(offer));
    return offer;
  };
  /** Changes the key and opens the journal again. */
  const change = async (): Promise<RecoveryKeyOffer> => {
    const offer = await prepare();
    test.later(1000);
    await keyChange.change(randomUUID());
    await vault.unlock(PASSPHRASE);
    return offer;
  };
  return { ...test, keyChange, unsaved, box, ids, snapshot, key, prepare, change };
};
