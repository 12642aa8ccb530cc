import { afterEach, expect, it } from 'vitest';
import type { VaultStatus } from '#core/vault-status';
import { StatusNotices } from '#features/shell/status-notices';
import { isCramped } from '#lib/appearance';
import { always, fakeClient } from '#tests/support/fake-client';
import { onAnEvening, open } from './days';
import { renderWith } from './render';

onAnEvening();
afterEach(() => isCramped.write(false));

const show = (part: Partial<Extract<VaultStatus, { state: 'open' }>>) => {
  const client = fakeClient({
    'vault.status': always<VaultStatus>({ ...open, ...part }),
    'unsaved.list': always([]),
    'unsaved.waiting': always(false),
  });
  return { client, ...renderWith(<StatusNotices />, '/today') };
};
const replaced = { at: Date.UTC(2026, 10, 19, 20, 12), keptUntil: Date.UTC(2026, 11, 21, 12) };

it('a journal in whose place another stands says so while it is open, until when it is kept, and how to go back', async () => {
  const { client, user, findByText, getByRole } = show({ replaced });
  await findByText(
    /^This is your journal as it was before .*19 Nov.* The one you use now is another, .* until .*21 Dec.* at least\. To go back, lock it/,
  );
  await user.click(getByRole('button', { name: 'Lock and choose' }));
  expect(client.calls.at(-1)?.method).toBe('shell.lock');
});

it('says nothing of the kind of the journal in use', async () => {
  const { findByText, queryByText } = show({ headerRepaired: true });
  await findByText(/a small key file was damaged/i);
  expect(queryByText(/as it was before/)).toBeNull();
});

it.each([
  [{ sample: true }, 'A sample. Nothing you change is kept.'],
  [{ openedWithRecoveryKey: true }, 'Opened with the recovery key.'],
  [{ headerRepaired: true }, 'A small key file was damaged and is whole again.'],
  [{ replaced }, /^Your journal as it was before .*\.$/],
])('takes one short line in a small window (%j)', async (part, words) => {
  isCramped.write(true);
  const { findByRole, findByText } = show(part);
  const line = await findByText(words);
  expect((await findByRole('complementary')).children).toHaveLength(1);
  expect(line.textContent?.length).toBeLessThan(60);
});
