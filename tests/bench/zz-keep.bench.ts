import { cpSync } from 'node:fs';
import { test } from '#tests/bench/support/bench-test';
test('x', async ({ vaultOf }) => { test.setTimeout(600000); const v = await vaultOf('10,000 entries'); cpSync(v.userData, '/tmp/vault10k', { recursive: true }); console.log(JSON.stringify(v)); });
