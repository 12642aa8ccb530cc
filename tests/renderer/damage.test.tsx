import { act } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { VaultStatus } from '#core/vault-status';
import { StatusNotices } from '#features/shell/status-notices';
import { call } from '#lib/client';
import { damageSeen, fileMissing } from '#lib/damage';
import { registerUnsavedWork, unsaved } from '#lib/unsaved-work';
import { anEntry } from '#tests/support/builders';
import { always, failing, fakeClient } from '#tests/support/fake-client';
import { ErrorState } from '#ui/error-state';
import { renderWith } from './render';

afterEach(() => {
  damageSeen.write(false);
  fileMissing.write(false);
  window.location.hash = '';
});

const notice = 'Some of your pages cannot be read. Lock your journal to see what can be brought back.';

const openJournal = () => {
  const client = fakeClient({
    'vault.status': always<VaultStatus>({
      state: 'open',
      sample: false,
      headerRepaired: false,
      recoveryKeyProven: true,
      openedWithRecoveryKey: false,
      synced: null,
      backupVerifiedAt: null,
      backupOverdue: false,
      checkOffer: null,
      backupsLost: false,
      keyChangeInterrupted: false,
      replaced: null,
    }),
    'vault.unlock': failing('DATABASE_DAMAGED'),
    'entries.count': failing('DATABASE_DAMAGED'),
    'unsaved.list': always([]),
    'unsaved.waiting': always(false),
    'unsaved.keep': always(null),
  });
  return { client, ...renderWith(<StatusNotices />) };
};

it('damage that shows while the journal is open leads to what can be brought back, and no word is lost on the way', async () => {
  const { client, user, findByText, queryByText, getByRole } = openJournal();
  const draft = unsaved('entries.save', anEntry());
  const forget = registerUnsavedWork(async () => [draft]);
  expect(queryByText(notice)).toBeNull();
  await act(() => call('entries.count', {}));
  await findByText(notice);
  await user.click(getByRole('button', { name: 'Lock and look' }));
  forget();
  expect(client.inputsOf('unsaved.keep')).toEqual([{ calls: [draft] }]);
  expect(client.calls.at(-1)?.method).toBe('shell.lock');
  expect(window.location.hash).toBe('#/recovery');
});

it('damage that keeps a journal from being opened is not said of the one that is opened next', async () => {
  const { queryByText } = openJournal();
  await act(() => call('vault.unlock', { passphrase: 'harbor walnut' }));
  expect(queryByText(notice)).toBeNull();
});

it('is said once: other parts of the page that cannot be read add one quiet line each', async () => {
  openJournal();
  await act(() => call('entries.count', {}));
  const { getByText, queryByRole } = renderWith(<ErrorState code="DATABASE_DAMAGED" onRetry={() => undefined} />);
  getByText('This cannot be read now. What you can do is said at the top.');
  expect(queryByRole('button', { name: 'Try again' })).toBeNull();
});

it('a file that is gone is told apart, with the way to what can be brought back, until it has taken something in', async () => {
  const { client, findByText, queryByText, getByRole } = openJournal();
  client.answer('entries.save', failing('DATABASE_MISSING'));
  await act(() => call('entries.save', anEntry()));
  const told = await findByText(/^The file with your pages is not in the journal's folder any more\. .*leave Ebb open/);
  expect(told.textContent).not.toContain('drive');
  expect(getByRole('button', { name: 'Lock and look' })).toBeDefined();
  client.answer('entries.save', always({} as never));
  await act(() => call('entries.save', anEntry()));
  expect(queryByText(/The file with your pages/)).toBeNull();
});

it('is told whole where words could not be saved', async () => {
  openJournal();
  await act(() => call('entries.count', {}));
  const { getByRole } = renderWith(<ErrorState code="DATABASE_DAMAGED" />);
  expect(getByRole('alert').textContent).toContain('The file with your pages is damaged.');
});
