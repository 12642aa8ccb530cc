import { fireEvent, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { failed, ok } from '#core/result';
import { emptyProfile, type Profile } from '#core/settings';
import type { VaultStatus } from '#core/vault-status';
import { refresh } from '#lib/query-client';
import { always, failing, fakeClient } from '#tests/support/fake-client';
import { Gate } from '../../renderer/gate';
import { quietSelection } from './quiet-selection';
import { renderWith } from './render';

quietSelection();

const offer = {
  groups: ['7KQ2M', 'X9D4T', 'B3WN8', 'P5RHC', 'E2VJ6', 'Y8MTA', '4GZKD', 'N6QSW'],
  prove: [2, 5],
};
const open: VaultStatus = {
  state: 'open',
  sample: false,
  headerRepaired: false,
  synced: null,
  recoveryKeyProven: false,
  openedWithRecoveryKey: false,
  backupVerifiedAt: null,
  backupOverdue: false,
  checkOffer: null,
  backupsLost: false,
  keyChangeInterrupted: false,
  replaced: null,
};
const secret = 'harbor walnut quilt ember stride';

const aBareComputer = () => {
  const client = fakeClient({
    'vault.status': always<VaultStatus>({ state: 'none' }),
    'vault.suggestPassphrase': always(secret),
    'vault.proveRecoveryKey': ({ groups }) => ok({ mismatched: groups.join() === 'B3WN8,Y8MTA' ? [] : [2] }),
    'vault.settleRecoveryKey': always(null),
    'profile.save': (change) => ok({ ...emptyProfile, ...(change as Partial<Profile>) }),
    'runs.save': failing('INTERNAL'),
  });
  client.answer('vault.create', () => {
    client.answer('vault.status', always(open));
    return ok(offer);
  });
  return client;
};

const toTheKey = async () => {
  const client = aBareComputer();
  const view = renderWith(<Gate />);
  await view.user.click(await view.findByRole('button', { name: 'Make my journal' }));
  for (const field of ['Passphrase', 'The same again']) {
    await view.user.click(view.getByLabelText(field));
    await view.user.paste(secret);
  }
  await view.user.click(view.getByRole('button', { name: 'Go on' }));
  await view.findByRole('heading', { name: 'Your recovery key' });
  return { ...view, client };
};

describe('the first run', () => {
  it('says what Ebb cannot do before it asks for anything', async () => {
    aBareComputer();
    const { findByText } = renderWith(<Gate />);
    await findByText(/It is no treatment/);
    await findByText(/Nobody can reset your passphrase/);
  });

  it('takes only a passphrase typed twice alike and long enough', async () => {
    const client = aBareComputer();
    const { user, findByRole, getByLabelText, getByText } = renderWith(<Gate />);
    await user.click(await findByRole('button', { name: 'Make my journal' }));
    await user.type(getByLabelText('Passphrase'), 'short');
    await user.keyboard('{Enter}');
    expect(getByText('Use at least 8 characters.')).toBeTruthy();
    expect(getByText('The two are not the same yet.')).toBeTruthy();
    expect(client.inputsOf('vault.create')).toEqual([]);
  });

  it('suggests five words in plain sight', async () => {
    aBareComputer();
    const { user, findByRole, findByDisplayValue, getByRole } = renderWith(<Gate />);
    await user.click(await findByRole('button', { name: 'Make my journal' }));
    await user.click(getByRole('button', { name: 'Suggest five words' }));
    const field = await findByDisplayValue(secret);
    expect(field.getAttribute('type')).toBe('text');
  });

  it('keeps showing the recovery key although the journal is open underneath', async () => {
    const { client, getByText } = await toTheKey();
    expect(client.inputsOf('vault.create')).toEqual([{ passphrase: secret }]);
    for (const group of offer.groups) expect(getByText(group)).toBeTruthy();
  });

  it('has two groups typed back, and is patient with a mistake', async () => {
    const { user, getByRole, getByLabelText, findByRole, findAllByText } = await toTheKey();
    await user.click(getByRole('button', { name: 'I have it' }));
    await user.type(getByLabelText('Group 3'), 'b3wn9');
    await user.type(getByLabelText('Group 6'), 'Y8MTA{Enter}');
    const said = await findAllByText('This is not group 3 of the key. Look at your copy once more.');
    const described = getByLabelText('Group 3').getAttribute('aria-describedby') ?? '';
    expect(said.some(({ id }) => id !== '' && described.includes(id))).toBe(true);
    expect(getByLabelText('Group 6').getAttribute('aria-invalid')).toBeNull();
    await user.clear(getByLabelText('Group 3'));
    await user.type(getByLabelText('Group 3'), ' B3WN8 {Enter}');
    await findByRole('heading', { name: 'If you like, a little about you' });
  });

  it('still shows the recovery key after a look at the emergency card', async () => {
    const { user, getByRole, findByRole, queryByRole, getByText } = await toTheKey();
    await user.click(getByRole('link', { name: /Emergency/ }));
    await findByRole('heading', { name: 'Emergency' });
    expect(queryByRole('heading', { name: 'Your recovery key' })).toBeNull();
    await user.click(getByRole('button', { name: 'Back' }));
    expect(getByRole('heading', { name: 'Your recovery key' })).toBeTruthy();
    expect(getByText('7KQ2M')).toBeTruthy();
  });

  it('says what is wrong with a first day that is half typed, saves nothing and keeps every answer', async () => {
    const { client, user, getByRole, getByLabelText, findByLabelText, findAllByText } = await toTheKey();
    await user.click(getByRole('button', { name: 'I have it' }));
    await user.click(getByRole('button', { name: 'Do this later' }));
    await user.type(await findByLabelText('What should Ebb call you?'), 'Sam');
    fireEvent.keyDown(getByRole('spinbutton', { name: /^day,/ }), { key: 'ArrowUp' });
    await user.click(getByRole('button', { name: 'Save and open my journal' }));
    expect(await findAllByText('Fill in day, month and year, or clear all three.')).toHaveLength(2);
    expect(client.inputsOf('profile.save')).toEqual([]);
    expect((getByLabelText('What should Ebb call you?') as HTMLInputElement).value).toBe('Sam');
  });

  it('keeps the answers when they cannot be saved', async () => {
    const { client, user, getByRole, getByLabelText, findByRole } = await toTheKey();
    client.answer('profile.save', () => failed({ code: 'DISK_FULL' }));
    await user.click(getByRole('button', { name: 'I have it' }));
    await user.click(getByRole('button', { name: 'Do this later' }));
    await user.type(getByLabelText('What should Ebb call you?'), 'Sam');
    await user.click(getByRole('button', { name: 'Save and open my journal' }));
    expect((await findByRole('alert')).textContent).toContain('The disk is full');
    expect((getByLabelText('What should Ebb call you?') as HTMLInputElement).value).toBe('Sam');
  });
});

describe('the gate', () => {
  it('tells a failure to read the state instead of starting over', async () => {
    fakeClient({ 'vault.status': failing('INTERNAL') });
    const { findByRole, findByText, queryByText, getByRole } = renderWith(<Gate />);
    const told = (await findByRole('alert')).textContent ?? '';
    expect(told).toContain('Your journal was not touched');
    expect(told).toContain('install Ebb once more');
    await findByText('/home/sam/ebb/journal');
    expect(queryByText('Make my journal')).toBeNull();
    expect(getByRole('link', { name: /Emergency/ })).toBeTruthy();
  });

  it('keeps an open page where it is when asking again about the journal fails', async () => {
    const client = fakeClient({ 'vault.status': always(open) });
    const { findByRole, getByRole, queryByText } = renderWith(<Gate />, '/today');
    await findByRole('navigation', { name: 'Pages' });
    client.answer('vault.status', failing('LOCKED'));
    refresh(['status']);
    await waitFor(() => expect(client.inputsOf('vault.status').length).toBeGreaterThan(1));
    expect(getByRole('navigation', { name: 'Pages' })).toBeTruthy();
    expect(queryByText('Ebb could not start fully')).toBeNull();
  });

  it('shows the emergency card even when the journals cannot be reached at all', async () => {
    fakeClient({ 'vault.status': failing('INTERNAL') });
    const { user, findByRole } = renderWith(<Gate />);
    await user.click(await findByRole('link', { name: /Emergency/ }));
    await findByRole('heading', { name: 'If someone may have overdosed' });
    await user.click(await findByRole('button', { name: 'Back' }));
    await findByRole('heading', { name: 'Ebb could not start fully' });
  });

  it('shows the emergency card while the journal is locked, without anything personal', async () => {
    const client = fakeClient({
      'vault.status': always<VaultStatus>({
        state: 'locked',
        problem: null,
        folder: '/x',
        journals: [],
        backupVerifiedAt: null,
        replaced: [],
        keyChange: null,
      }),
    });
    const { findByRole } = renderWith(<Gate />, '/emergency');
    await findByRole('heading', { name: 'Emergency' });
    expect(client.inputsOf('profile.get')).toEqual([]);
  });
});
