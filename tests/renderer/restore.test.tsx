import { act, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { ok } from '#core/result';
import { RestoreScreen } from '#features/restore/restore-screen';
import { always, failing, fakeClient } from '#tests/support/fake-client';
import { renderWith } from './render';

const file = { ticket: '0195f2a0-0000-4000-8000-000000000001', name: 'ebb-2026-11-21.ebb.age' };
const preview = {
  exportedAt: Date.UTC(2026, 10, 20),
  app: '0.1.0',
  counts: { entry: 1204, 'check-in': 1, attachment: 2, 'attachment-piece': 9, feeling: 8, setting: 7, tombstone: 3 },
  deleted: 5,
  firstDay: '2025-11-20',
  lastDay: '2026-11-20',
  latestAt: Date.UTC(2026, 10, 20),
  bytes: 3_412_345,
};
const offer = { groups: ['AAAAA', 'BBBBB', 'CCCCC', 'DDDDD', 'EEEEE', 'FFFFF', 'GGGGG', 'HHHHH'], prove: [0, 1] };

const renderRestore = async (answers: Parameters<typeof fakeClient>[0]) => {
  const client = fakeClient({ 'shell.chooseExportSource': always(file), ...answers });
  const onDone = vi.fn();
  const onCancel = vi.fn();
  const view = renderWith(<RestoreScreen onDone={onDone} onCancel={onCancel} />);
  await view.user.click(view.getByRole('button', { name: 'Choose an export file' }));
  await view.user.type(await view.findByLabelText("The export's passphrase"), 'its own words{Enter}');
  return { ...view, client, onDone, onCancel };
};

describe('an export that a passphrase does not open', () => {
  it('keeps what was typed, to be put right; another file begins anew', async () => {
    const { client, user, findByText, findByLabelText } = await renderRestore({
      'exports.inspect': failing('WRONG_PASSPHRASE'),
    });
    await findByText('That passphrase does not open this export.');
    expect(await findByLabelText("The export's passphrase")).toHaveProperty('value', 'its own words');
    client.answer('shell.chooseExportSource', always({ ...file, ticket: '7d0f3f55-6a30-4f70-9d3c-52f7b1b0a7c1' }));
    await user.click(await findByText('Choose another file'));
    await waitFor(async () => expect(await findByLabelText("The export's passphrase")).toHaveProperty('value', ''));
  });
});

describe('an export of one day', () => {
  it('is said to be of that day, not from it to itself', async () => {
    const { findByText } = await renderRestore({
      'exports.inspect': always({ ...preview, firstDay: preview.lastDay }),
    });
    expect((await findByText(/^From /)).textContent).not.toContain(' to ');
  });
});

describe('restoring', () => {
  it('shows what is inside before it writes anything, and the new key afterwards', async () => {
    const { client, user, findByText, getByText, queryByText, getByLabelText, getByRole, findByRole, onDone } =
      await renderRestore({
        'exports.inspect': always(preview),
        'exports.restore': always(offer),
        'vault.settleRecoveryKey': always(null),
      });
    await findByText('1,204 entries');
    expect(getByText('1 check-in')).toBeTruthy();
    for (const words of [
      '2 pictures and files',
      '8 words for feelings',
      '7 settings and answers about you',
      '3 marks of things deleted',
      '5 of these are deleted and can still be taken back.',
    ])
      expect(getByText(words)).toBeTruthy();
    expect(queryByText(/other record|newer kind|9/)).toBeNull();
    expect(queryByText(/still to come/)).toBeNull();
    expect(client.inputsOf('exports.restore')).toEqual([]);
    await user.type(getByLabelText('A passphrase for the restored journal'), 'quite new words');
    await user.type(getByLabelText('The same again'), 'quite new words{Enter}');
    await findByRole('heading', { name: 'Your recovery key' });
    expect(client.inputsOf('exports.restore')).toMatchObject([
      { source: file.ticket, passphrase: 'its own words', newPassphrase: 'quite new words' },
    ]);
    await user.click(getByRole('button', { name: 'I have it' }));
    await user.click(getByRole('button', { name: 'Do this later' }));
    await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1));
    expect(client.inputsOf('vault.settleRecoveryKey')).toEqual([{ keep: true }]);
  });

  it('tells of dates that are still to come before anything is restored', async () => {
    const { findByText } = await renderRestore({
      'exports.inspect': always({ ...preview, latestAt: Date.UTC(2150, 4, 3, 12) }),
    });
    await findByText(/a date still to come, up to Sunday 3 May 2150/);
  });

  it('says so when the passphrase is another one, and lets the person try again', async () => {
    const { findByRole, getByRole } = await renderRestore({ 'exports.inspect': failing('WRONG_PASSPHRASE') });
    const words = (await findByRole('alert')).textContent ?? '';
    expect(words).toContain('does not open this export');
    expect(words).toContain('a passphrase of its own');
    expect(words).not.toContain('recovery key');
    expect(getByRole('button', { name: 'Look inside' })).toBeTruthy();
  });

  it('shows how far it is and can be stopped', async () => {
    let finish = (_: Awaited<ReturnType<typeof stopped>>): void => undefined;
    const stopped = async () => ({ ok: false as const, error: { code: 'CANCELLED' as const } });
    const { client, user, findByRole, queryByRole } = await renderRestore({
      'exports.inspect': () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
      'jobs.cancel': () => ok(null),
    });
    const cancel = await findByRole('button', { name: 'Cancel' });
    const [{ job = '' } = {}] = client.inputsOf('exports.inspect');
    act(() => client.emit('job.progress', { job, phase: 'reading', done: 30, total: 100 }));
    expect((await findByRole('progressbar', { name: 'Reading' })).getAttribute('aria-valuenow')).toBe('30');
    await user.click(cancel);
    expect(client.inputsOf('jobs.cancel')).toEqual([{ job }]);
    const result = await stopped();
    await act(async () => finish(result));
    await findByRole('button', { name: 'Look inside' });
    expect(queryByRole('alert')).toBeNull();
  });
});
