import { act, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { localDate } from '#core/local-date';
import { ok } from '#core/result';
import { emptyProfile, type Security } from '#core/settings';
import { SettingsPage } from '#features/settings/settings-page';
import { requestIntent } from '#lib/intents';
import { toastStore } from '#lib/toasts';
import { always, failing, fakeClient } from '#tests/support/fake-client';
import { renderWith } from './render';

const security: Security = {
  kdfMemoryMib: 256,
  kdfPasses: 3,
  recoveryKeyProvenOn: null,
  keyChangedOn: null,
  openedWithRecoveryKey: false,
};
const offer = {
  groups: ['7KQ2M', 'X9D4T', 'B3WN8', 'P5RHC', 'E2VJ6', 'Y8MTA', '4GZKD', 'N6QSW'],
  prove: [2, 5],
};

const renderSettings = (answers: Parameters<typeof fakeClient>[0] = {}) => {
  const client = fakeClient({
    'vault.security': always(security),
    'profile.get': always(emptyProfile),
    ...answers,
  });
  return { client, ...renderWith(<SettingsPage sources="Sources" />) };
};

describe('checking the recovery key in Settings', () => {
  const openCheck = async (answers: Parameters<typeof fakeClient>[0]) => {
    const view = renderSettings(answers);
    await view.findByText(/Not confirmed yet/);
    await view.user.click(view.getByRole('button', { name: 'Check my recovery key' }));
    return view;
  };

  it('sends the whole key and shows the day on which it was right', async () => {
    const view = await openCheck({ 'vault.checkRecoveryKey': always(null) });
    view.client.answer('vault.security', always({ ...security, recoveryKeyProvenOn: localDate.parse('2026-11-21') }));
    await view.user.type(view.getByLabelText('Recovery key'), '7kq2m x9d4t{Enter}');
    await view.findByText('You checked your copy on Saturday 21 November 2026.');
    expect(view.client.inputsOf('vault.checkRecoveryKey')).toEqual([{ recoveryKey: '7kq2m x9d4t' }]);
    expect(view.queryByRole('dialog')).toBeNull();
  });

  it('says which group looks mistyped, and keeps what was typed', async () => {
    const view = await openCheck({
      'vault.checkRecoveryKey': failing('WRONG_RECOVERY_KEY', { fields: { 0: 'check' } }),
    });
    await view.user.type(view.getByLabelText('Recovery key'), '7kq2n{Enter}');
    expect((await view.findAllByText('Group 1 looks mistyped.')).length).toBeGreaterThan(0);
    expect((view.getByLabelText('Recovery key') as HTMLInputElement).value).toBe('7kq2n');
  });

  it('tells a key that opens another journal, with a way on', async () => {
    const view = await openCheck({ 'vault.checkRecoveryKey': failing('WRONG_RECOVERY_KEY') });
    await view.user.type(view.getByLabelText('Recovery key'), '7kq2m{Enter}');
    expect((await view.findByRole('alert')).textContent).toContain('does not open this journal');
  });
});

describe('Escape in a dialog with a recovery key', () => {
  it.each(['', '7kq2m x9d4t'])('closes it from its field, holding "%s"', async (typed) => {
    const view = renderSettings();
    await view.user.click(await view.findByRole('button', { name: 'Check my recovery key' }));
    await view.user.click(view.getByLabelText('Recovery key'));
    if (typed !== '') await view.user.keyboard(typed);
    await view.user.keyboard('{Escape}');
    await waitFor(() => expect(view.queryByRole('dialog')).toBeNull());
  });
});

it('a new passphrase is asked for once it is known which fields that takes: none goes while somebody types in it', async () => {
  const client = fakeClient({
    'vault.security': always({ ...security, openedWithRecoveryKey: true }),
    'profile.get': always(emptyProfile),
  });
  const letGo = client.hold('vault.security');
  const view = renderWith(<SettingsPage sources="Sources" />);
  act(() => requestIntent('passphrase'));
  expect(view.queryByLabelText('Current passphrase')).toBeNull();
  await act(async () => letGo());
  await view.findByLabelText('New passphrase');
  expect(view.queryByLabelText('Current passphrase')).toBeNull();
});

describe('after too many tries in Settings', () => {
  const tooMany = failing('TOO_MANY_ATTEMPTS', { waitMs: 30_000 });

  it('changing the passphrase counts down and holds its button back', async () => {
    const view = renderSettings({ 'vault.changePassphrase': tooMany });
    await view.user.click(await view.findByRole('button', { name: 'Change passphrase' }));
    await view.user.type(view.getByLabelText('Current passphrase'), 'old words here');
    await view.user.type(view.getByLabelText('New passphrase'), 'quite new words');
    await view.user.type(view.getByLabelText('The same again'), 'quite new words{Enter}');
    await view.findByText('You can try again in 30 seconds.');
    const [, submit] = view.getAllByRole('button', { name: 'Change passphrase' });
    expect((submit ?? view.getByRole('button', { name: 'Change passphrase' })).hasAttribute('disabled')).toBe(true);
    await view.user.keyboard('{Enter}');
    expect(view.client.inputsOf('vault.changePassphrase')).toHaveLength(1);
  });

  it('making a new recovery key does the same', async () => {
    const view = renderSettings({ 'vault.offerRecoveryKey': tooMany });
    await view.user.click(await view.findByRole('button', { name: 'Make a new recovery key' }));
    await view.user.type(view.getByLabelText('Your passphrase'), 'wrong{Enter}');
    await view.findByText('You can try again in 30 seconds.');
    expect(view.getByRole('button', { name: 'Make it' }).hasAttribute('disabled')).toBe(true);
    await view.user.keyboard('{Enter}');
    expect(view.client.inputsOf('vault.offerRecoveryKey')).toHaveLength(1);
  });
});

describe('a passphrase that is being changed', () => {
  it('holds its dialog until the person can be told, whatever is pressed meanwhile', async () => {
    const view = renderSettings({ 'vault.changePassphrase': always(null) });
    await view.user.click(await view.findByRole('button', { name: 'Change passphrase' }));
    await view.user.type(view.getByLabelText('Current passphrase'), 'old words here');
    await view.user.type(view.getByLabelText('New passphrase'), 'quite new words');
    const letGo = view.client.hold('vault.changePassphrase');
    await view.user.type(view.getByLabelText('The same again'), 'quite new words{Enter}');
    await view.user.keyboard('{Escape}');
    expect(view.getByRole('dialog')).toBeDefined();
    expect(view.getByRole('button', { name: 'Close' }).hasAttribute('disabled')).toBe(true);
    await act(async () => letGo());
    await waitFor(() => expect(view.queryByRole('dialog')).toBeNull());
    expect(toastStore.read().at(-1)).toMatchObject({ text: 'Passphrase changed' });
  });
});

it('a passphrase that began to change holds its dialog before that is drawn, too', async () => {
  const view = renderSettings({ 'vault.changePassphrase': always(null) });
  await view.user.click(await view.findByRole('button', { name: 'Change passphrase' }));
  await view.user.type(view.getByLabelText('Current passphrase'), 'old words here');
  await view.user.type(view.getByLabelText('New passphrase'), 'quite new words');
  const again = view.getByLabelText('The same again');
  await view.user.type(again, 'quite new words');
  const letGo = view.client.hold('vault.changePassphrase');
  await act(async () => {
    again.closest('form')?.requestSubmit();
    again.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  });
  expect(view.getByRole('dialog')).toBeDefined();
  expect(view.client.inputsOf('vault.changePassphrase')).toHaveLength(1);
  await act(async () => letGo());
  await waitFor(() => expect(view.queryByRole('dialog')).toBeNull());
});

describe('a new recovery key', () => {
  const showNewKey = async (answers: Parameters<typeof fakeClient>[0] = {}) => {
    const view = renderSettings({ 'vault.offerRecoveryKey': () => ok(offer), ...answers });
    await view.user.click(await view.findByRole('button', { name: 'Make a new recovery key' }));
    view.getByText(/The old key works until you have kept the new one/);
    await view.user.type(view.getByLabelText('Your passphrase'), 'my words{Enter}');
    await view.findByText('7KQ2M');
    return view;
  };

  it('can be dropped while it is shown: the old one stays', async () => {
    const view = await showNewKey({ 'vault.settleRecoveryKey': always(null) });
    await view.user.click(view.getByRole('button', { name: 'Stay with the old key' }));
    await waitFor(() => expect(view.queryByRole('alertdialog')).toBeNull());
    expect(view.client.inputsOf('vault.settleRecoveryKey')).toEqual([{ keep: false }]);
  });

  it('replaces the old one when two groups are typed back, or later', async () => {
    const view = await showNewKey({ 'vault.settleRecoveryKey': always(null) });
    await view.user.click(view.getByRole('button', { name: 'I have it' }));
    view.getByText(/the old key opens nothing any more/);
    await view.user.click(view.getByRole('button', { name: 'Do this later' }));
    await waitFor(() => expect(view.queryByRole('alertdialog')).toBeNull());
    expect(view.client.inputsOf('vault.settleRecoveryKey')).toEqual([{ keep: true }]);
  });

  it('stays on the screen when it cannot be stored', async () => {
    const view = await showNewKey({ 'vault.proveRecoveryKey': failing('DISK_FULL') });
    await view.user.click(view.getByRole('button', { name: 'I have it' }));
    await view.user.type(view.getByLabelText('Group 3'), 'B3WN8');
    await view.user.type(view.getByLabelText('Group 6'), 'Y8MTA{Enter}');
    expect((await view.findByRole('alert')).textContent).toContain('The disk is full');
    await view.user.click(view.getByRole('button', { name: 'Show the key again' }));
    view.getByText('7KQ2M');
  });
});
