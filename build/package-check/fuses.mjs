import { strict as assert } from 'node:assert';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/** What vault-grade hardening asks of the executable; each left open would let another program read the journal. */
const wanted = {
  RunAsNode: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  GrantFileProtocolExtraPrivileges: false,
};

/**
 * Reads the fuses back from the packaged executable; throws with the difference.
 * @param {import('./checks.mjs').Packaged} app
 */
export async function checkFuses({ executable }) {
  const wire = await getCurrentFuseWire(executable);
  const names = /** @type {(keyof typeof wanted)[]} */ (Object.keys(wanted));
  const found = names.map((name) => [name, wire[FuseV1Options[name]] === FuseState.ENABLE]);
  assert.deepEqual(Object.fromEntries(found), wanted);
}
