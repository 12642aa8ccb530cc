import { act, waitFor, within } from '@testing-library/react';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { EarlierCopies } from '#core/earlier-copies';
import { localDate } from '#core/local-date';
import type { Security } from '#core/settings';
import type { VaultStatus } from '#core/vault-status';
import { SecuritySection } from '#features/settings/security-section';
import { StatusNotices } from '#features/shell/status-notices';
import { registerUnsavedWork, unsaved } from '#lib/unsaved-work';
import { anEntry } from '#tests/support/builders';
import { always, failing, fakeClient } from '#tests/support/fake-client';
import { open } from './days';
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
const copies: EarlierCopies = { journals: 1, backups: 14, second: { folder: '/media/stick', backups: 12 } };

const show = (answers: Parameters<typeof fakeClient>[0] = {}) => {
  const client = fakeClient({
    'vault.status': always<VaultStatus>(open),
    'vault.security': always(security),
    'vault.prepareKeyChange': always(offer),
    'vault.proveRecoveryKey': always({ mismatched: [] }),
    'vault.settleRecoveryKey': always(null),
    'vault.changeKey': always(null),
    'jobs.cancel': always(null),
    ...answers,
  });
  return { client, ...renderWith(<SecuritySection />) };
};

const begin = async (answers: Parameters<typeof fakeClient>[0] = {}) => {
  const view = show(answers);
  await view.user.click(await view.findByRole('button', { name: 'Change the key' }));
  await view.findByRole('dialog', { name: 'Change the key itself' });
  const typePassphrase = () => view.user.type(view.getByLabelText('Your passphrase'), 'my words{Enter}');
  return { ...view, typePassphrase };
};

/** Up to the last question, with the new recovery key proven. */
const toTheEnd = async (answers: Parameters<typeof fakeClient>[0] = {}) => {
  const view = await begin(answers);
  await view.typePassphrase();
  await view.findByText('7KQ2M');
  await view.user.click(view.getByRole('button', { name: 'I have it' }));
  await view.user.type(view.getByLabelText('Group 3'), 'B3WN8');
  await view.user.type(view.getByLabelText('Group 6'), 'Y8MTA{Enter}');
  const question = await view.findByRole('alertdialog', { name: 'Encrypt the journal anew?' });
  const run = () => view.user.click(within(question).getByRole('button', { name: 'Encrypt it anew' }));
  return { ...view, question, run };
};

describe('changing the key itself', () => {
  it('says why one would and what happens', async () => {
    const { getByRole } = await begin();
    const words = getByRole('dialog').textContent ?? '';
    expect(words).toContain('it opens newer copies, too. A new key ends that.');
    expect(words).toContain('The old copies stay open to them');
    expect(words).toContain('Keep the old one as well until all is done.');
    expect(words).toContain('Until that is done nothing changes, and you can stop it.');
  });

  it('is not offered for a sample', async () => {
    const { findByText, queryByRole } = show({ 'vault.status': always<VaultStatus>({ ...open, sample: true }) });
    await findByText(/256 MiB/);
    expect(queryByRole('button', { name: 'Change the key' })).toBeNull();
  });

  it('says when it was done last', async () => {
    const { findByText } = show({
      'vault.security': always({ ...security, keyChangedOn: localDate.parse('2026-11-21') }),
    });
    await findByText(/You changed it last on Saturday 21 November 2026\./);
  });

  it('needs the passphrase, and waits after too many tries', async () => {
    const view = await begin({ 'vault.prepareKeyChange': failing('WRONG_PASSPHRASE') });
    await view.typePassphrase();
    await view.findByText("That is not this journal's passphrase.");
    view.client.answer('vault.prepareKeyChange', failing('TOO_MANY_ATTEMPTS', { waitMs: 30_000 }));
    await view.typePassphrase();
    await view.findByText('You can try again in 30 seconds.');
    expect(view.getByRole('button', { name: 'Go on' }).hasAttribute('disabled')).toBe(true);
  });

  it('shows the new recovery key first, and changes nothing when the person would rather not', async () => {
    const view = await begin();
    await view.typePassphrase();
    await view.findByText(/The old key opens your journal until it is encrypted anew/);
    await view.user.click(view.getByRole('button', { name: 'Keep everything as it is' }));
    await view.findAllByText(/The key is as it was\. The old recovery key holds/);
    expect(view.client.inputsOf('vault.settleRecoveryKey')).toEqual([{ keep: false }]);
    expect(view.client.inputsOf('vault.changeKey')).toEqual([]);
  });

  it('goes on when the key is to be checked another day', async () => {
    const view = await begin();
    await view.typePassphrase();
    await view.user.click(await view.findByRole('button', { name: 'I have it' }));
    await view.user.click(view.getByRole('button', { name: 'Do this later' }));
    await view.findByRole('alertdialog', { name: 'Encrypt the journal anew?' });
    expect(view.client.inputsOf('vault.settleRecoveryKey')).toEqual([{ keep: true }]);
  });

  it('saves what is on the screen, changes it, and empties the window', async () => {
    const { client, run, findByText } = await toTheEnd();
    await run();
    await findByText(/It is done\. Ebb is locking now\./);
    const order = client.calls.map(({ method }) => method);
    expect(order.slice(order.indexOf('vault.changeKey'))).toEqual(['vault.changeKey', 'shell.lock']);
  });

  it('does not go on while something could not be saved', async () => {
    onTestFinished(registerUnsavedWork(async () => [unsaved('entries.save', anEntry())]));
    const { client, run, findByRole } = await toTheEnd();
    await run();
    expect((await findByRole('alert')).textContent).toContain('so Ebb has not changed the key');
    expect(client.inputsOf('vault.changeKey')).toEqual([]);
  });

  it('can be stopped and tried again, or left as it is', async () => {
    const { client, user, run, question, findByRole, findAllByText, queryByRole } = await toTheEnd({
      'vault.changeKey': failing('CANCELLED'),
    });
    const letGo = client.hold('vault.changeKey');
    await run();
    await findByRole('progressbar', { name: 'Getting ready' });
    const [{ job } = { job: '' }] = client.inputsOf('vault.changeKey');
    act(() => client.emit('job.progress', { job, phase: 'writing', done: 3, total: 4 }));
    await findByRole('progressbar', { name: 'Writing' });
    await user.keyboard('{Escape}');
    expect(client.inputsOf('jobs.cancel')).toEqual([{ job }]);
    letGo();
    await findAllByText(/You stopped it\. Everything is as it was before/);
    expect(client.inputsOf('vault.settleRecoveryKey')).toEqual([]);
    await run();
    expect(client.inputsOf('vault.changeKey')).toHaveLength(2);
    await user.click(within(question).getByRole('button', { name: 'Keep the key as it is' }));
    await waitFor(() => expect(queryByRole('alertdialog')).toBeNull());
    expect(client.inputsOf('vault.settleRecoveryKey')).toEqual([{ keep: false }]);
    expect(client.inputsOf('shell.lock')).toEqual([]);
  });

  it.each([
    ['DISK_FULL', 'There is not enough room on the disk to encrypt the journal anew.'],
    ['NOT_FOUND', 'The new key is not in memory any more.'],
    ['DATABASE_DAMAGED', 'Ebb found damage while it copied your pages.'],
  ] as const)('tells %s, and that the old key holds', async (code, words) => {
    const { client, run, findByRole } = await toTheEnd({ 'vault.changeKey': failing(code) });
    await run();
    const told = (await findByRole('alert')).textContent ?? '';
    expect(told).toContain(words);
    expect(told).toContain('The old recovery key holds.');
    expect(client.inputsOf('shell.lock')).toEqual([]);
  });
});

describe('copies under an earlier key', () => {
  it('are not spoken of while there are none', async () => {
    const { findByText, queryByText } = show();
    await findByText(/256 MiB/);
    expect(queryByText('Copies under an earlier key')).toBeNull();
  });

  it('are counted, and removed only when asked twice', async () => {
    const view = show({ 'vault.earlierCopies': always(copies), 'vault.removeEarlierCopies': always(null) });
    await view.findByText(
      /: 1 journal as it was before, 14 backups in the journal's folder and 12 backups in the second folder\./,
    );
    await view.user.click(view.getByRole('button', { name: 'Remove them' }));
    const first = await view.findByRole('alertdialog', { name: 'Remove the copies under an earlier key?' });
    expect(within(first).getAllByRole('listitem')).toHaveLength(3);
    expect(first.textContent).toContain('Ebb cannot reach copies that lie anywhere else');
    await view.user.click(within(first).getByRole('button', { name: 'Go on' }));
    const second = await view.findByRole('alertdialog', { name: 'Remove them for good?' });
    expect(second.textContent).toContain('This cannot be undone.');
    expect(view.client.inputsOf('vault.removeEarlierCopies')).toEqual([]);
    view.client.answer('vault.earlierCopies', always(null));
    await view.user.click(within(second).getByRole('button', { name: 'Remove for good' }));
    await view.findAllByText('The copies under an earlier key are removed.');
    await waitFor(() => expect(view.queryByText('Copies under an earlier key')).toBeNull());
    expect(view.client.inputsOf('vault.removeEarlierCopies')).toHaveLength(1);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Change the key'));
  });

  it('can be kept after all', async () => {
    const view = show({ 'vault.earlierCopies': always(copies) });
    await view.user.click(await view.findByRole('button', { name: 'Remove them' }));
    await view.user.click(view.getByRole('button', { name: 'Go on' }));
    await view.user.click(view.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(view.queryByRole('alertdialog')).toBeNull());
    expect(view.client.inputsOf('vault.removeEarlierCopies')).toEqual([]);
  });

  it('in a second folder that is away are told, and cannot be removed now', async () => {
    const away: EarlierCopies = { journals: 0, backups: 0, second: { folder: '/media/stick', backups: null } };
    const view = show({ 'vault.earlierCopies': always(away) });
    await view.findByText(/perhaps backups in the second folder, which is not there now/);
    expect(view.getByRole('button', { name: 'Remove them' }).hasAttribute('disabled')).toBe(true);
  });

  it('that could not all be removed stay in the question, with what went wrong', async () => {
    const view = show({
      'vault.earlierCopies': always({ ...copies, second: { folder: '/media/stick', backups: null } }),
      'vault.removeEarlierCopies': failing('READ_ONLY'),
    });
    await view.user.click(await view.findByRole('button', { name: 'Remove them' }));
    await view.findByText(/Plug it in first if its copies are to go, too\./);
    await view.user.click(view.getByRole('button', { name: 'Go on' }));
    await view.user.click(view.getByRole('button', { name: 'Remove for good' }));
    expect((await view.findByRole('alert')).textContent).toContain('Some of the copies may be gone already.');
  });
});

it('a change of the key that was cut short is told above every page, until the person has read it', async () => {
  const client = fakeClient({
    'vault.status': always<VaultStatus>({ ...open, keyChangeInterrupted: true }),
    'vault.seeKeyChange': always(null),
    'unsaved.list': always([]),
  });
  const { user, findByText, queryByText, getByRole } = renderWith(<StatusNotices />);
  await findByText(
    /nothing was changed\..*the recovery key from before holds\. The new one you were shown opens nothing/,
  );
  client.answer('vault.status', always<VaultStatus>(open));
  await user.click(getByRole('button', { name: 'I have read this' }));
  await waitFor(() => expect(queryByText(/cut short/)).toBeNull());
  expect(client.inputsOf('vault.seeKeyChange')).toEqual([{}]);
});
