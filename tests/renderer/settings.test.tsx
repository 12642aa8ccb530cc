import { waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { localDate } from '#core/local-date';
import { ok } from '#core/result';
import { emptyProfile } from '#core/settings';
import type { VaultStatus } from '#core/vault-status';
import { SettingsPage } from '#features/settings/settings-page';
import { always, failing, fakeClient } from '#tests/support/fake-client';
import { open } from './days';
import { renderWith } from './render';

const security = {
  kdfMemoryMib: 256,
  kdfPasses: 3,
  recoveryKeyProvenOn: localDate.parse('2026-01-12'),
  keyChangedOn: null,
  openedWithRecoveryKey: false,
};

const renderSettings = (answers: Parameters<typeof fakeClient>[0] = {}) => {
  const client = fakeClient({
    'vault.security': always(security),
    'profile.get': always({ ...emptyProfile, name: 'Sam' }),
    ...answers,
  });
  return { client, ...renderWith(<SettingsPage sources="Sources" />) };
};

describe('settings', () => {
  it('change theme and text size at once', async () => {
    const { client, user, findByRole, getByRole } = renderSettings();
    await user.click(await findByRole('radio', { name: 'Dark' }));
    expect(client.inputsOf('device.save')).toEqual([{ theme: 'dark' }]);
    await user.click(getByRole('button', { name: /Increase Text size/ }));
    expect(client.inputsOf('device.save').at(-1)).toMatchObject({ textSize: 110 });
  });

  it('say what a guess costs and when the recovery key was checked', async () => {
    const { findByText } = renderSettings();
    await findByText(/256 MiB of memory and 3 passes/);
    await findByText('You checked your copy on Monday 12 January 2026.');
  });

  it('change the passphrase only with the current one', async () => {
    const { client, user, findByRole, getByLabelText, findByText } = renderSettings({
      'vault.changePassphrase': failing('WRONG_PASSPHRASE'),
    });
    await user.click(await findByRole('button', { name: 'Change passphrase' }));
    await user.type(getByLabelText('Current passphrase'), 'old words here');
    await user.type(getByLabelText('New passphrase'), 'quite new words');
    await user.type(getByLabelText('The same again'), 'quite new words{Enter}');
    await findByText("That is not this journal's passphrase.");
    expect(client.inputsOf('vault.changePassphrase')).toEqual([{ current: 'old words here', next: 'quite new words' }]);
  });

  it('do not ask for the old passphrase after the recovery key opened the journal', async () => {
    const { client, user, findByRole, findByText, getByLabelText, queryByLabelText } = renderSettings({
      'vault.security': always({ ...security, openedWithRecoveryKey: true }),
      'vault.changePassphrase': always(null),
    });
    await findByText(/256 MiB/);
    await user.click(await findByRole('button', { name: 'Change passphrase' }));
    expect(queryByLabelText('Current passphrase')).toBeNull();
    await user.type(getByLabelText('New passphrase'), 'quite new words');
    await user.type(getByLabelText('The same again'), 'quite new words{Enter}');
    expect(client.inputsOf('vault.changePassphrase')).toEqual([{ current: null, next: 'quite new words' }]);
  });

  it('keep what was typed about oneself when it cannot be saved', async () => {
    const { user, findByDisplayValue, getByRole, findByText } = renderSettings({
      'profile.save': failing('READ_ONLY'),
    });
    const name = await findByDisplayValue('Sam');
    await user.clear(name);
    await user.type(name, 'Kim');
    await user.click(getByRole('button', { name: 'Save' }));
    await findByText('Ebb may not write in this folder.');
    expect((name as HTMLInputElement).value).toBe('Kim');
  });

  it('say what can go wrong in a copied folder, and offer an export to keep there instead', async () => {
    const { user, findByText, getByRole, findByRole } = renderSettings({
      'vault.status': always<VaultStatus>({ ...open, synced: { by: 'syncthing', seen: true } }),
    });
    await findByText(/Syncthing seems to copy your journal's folder/);
    await user.click(getByRole('button', { name: 'Write an export' }));
    await findByRole('dialog', { name: 'Export everything' });
  });

  it.each([
    ['TOO_LARGE', 'cannot hold a single file as large'],
    ['NOT_A_FILE', 'A folder of that name stands'],
    ['DISK_FULL', 'not enough room there for the export'],
  ] as const)('tell a failed export (%s) in words of its own: what is safe and what to do', async (code, words) => {
    const { user, findByRole, findByLabelText, getByLabelText, findByText } = renderSettings({
      'shell.chooseExportTarget': always({ ticket: 'a', name: 'out.ebb.age', folder: '/media/sam/STICK' }),
      'exports.write': failing(code),
    });
    await user.click(await findByRole('button', { name: 'Export' }));
    await user.click(await findByRole('button', { name: 'Choose where to put it' }));
    await findByText('in /media/sam/STICK');
    await user.type(await findByLabelText('A passphrase for this file'), 'words for the file');
    await user.type(getByLabelText('The same again'), 'words for the file{Enter}');
    const told = (await findByRole('alert')).textContent ?? '';
    expect(told).toContain(words);
    expect(told).toMatch(/your journal was not changed|your journal were not touched/i);
    expect(told).not.toContain('What you typed');
  });

  it('write an export and tell what is in it', async () => {
    const target = {
      ticket: '0195f2a0-0000-4000-8000-000000000001',
      name: 'out.ebb.age',
      folder: '/media/sam/STICK/copies',
    };
    const report = {
      name: 'out.ebb.age',
      bytes: 3_412_345,
      counts: { entry: 12 },
      deleted: 0,
      writeMs: 900,
      verifyMs: 700,
    };
    const { client, user, findByRole, findByLabelText, getByLabelText, findByText } = renderSettings({
      'shell.chooseExportTarget': always(target),
      'exports.write': () => ok(report),
      'shell.showInFolder': always(null),
    });
    await user.click(await findByRole('button', { name: 'Export' }));
    await user.click(await findByRole('button', { name: 'Choose where to put it' }));
    await user.type(await findByLabelText('A passphrase for this file'), 'words for the file');
    await user.type(getByLabelText('The same again'), 'words for the file{Enter}');
    await findByText('12 entries');
    await findByText('0.9 s to write, 0.7 s to check');
    await waitFor(() => expect(client.inputsOf('exports.write')).toMatchObject([{ passphrase: 'words for the file' }]));
    await findByText('/media/sam/STICK/copies');
    await user.click(await findByRole('button', { name: 'Show in its folder' }));
    expect(client.inputsOf('shell.showInFolder')).toEqual([{ file: target.ticket }]);
  });
});
