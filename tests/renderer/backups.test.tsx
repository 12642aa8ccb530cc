import { act, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { failed, ok } from '#core/result';
import type { VaultStatus } from '#core/vault-status';
import { followSnapshots } from '#lib/follow-snapshots';
import { snapshotsOf } from '#tests/support/builders';
import { always, failing } from '#tests/support/fake-client';
import { daysAgo, show } from './backups-page';
import { onAnEvening, open } from './days';
import { renderWith } from './render';

onAnEvening();

const CHECK_TODAY = 'Check now: the backup of today 12:00';

describe('backups', () => {
  it('are told with what is in them and when they were found whole, the newest five first', async () => {
    const found = daysAgo(0, { entries: 1204, checkIns: 1, bytes: 3_412_345, verifiedAt: Date.now() });
    const { user, findAllByRole, getAllByRole, getByRole } = show({
      'snapshots.list': always(snapshotsOf([found, ...[1, 2, 3, 4, 5, 6].map((days) => daysAgo(days))])),
    });
    const [newest, ...others] = await findAllByRole('listitem');
    expect(newest?.textContent).toContain('Today, 12:00');
    expect(newest?.textContent).toContain('1,204 entries · 1 check-in · 3.4 MB');
    expect(newest?.textContent).toContain('Checked today 21:40: it is whole.');
    expect(others).toHaveLength(4);
    await user.click(getByRole('button', { name: 'Show all 7' }));
    expect(getAllByRole('listitem')).toHaveLength(7);
    await user.click(getByRole('button', { name: 'Show only the newest' }));
    expect(getAllByRole('listitem')).toHaveLength(5);
  });

  it('say calmly which of them is damaged, or was not read yet', async () => {
    const { findAllByRole } = show({
      'snapshots.list': always(
        snapshotsOf([
          daysAgo(0, { verifiedAt: null }),
          daysAgo(1, { verifiedAt: null, damaged: true, entries: null, checkIns: null }),
        ]),
      ),
    });
    const [unread, damaged] = await findAllByRole('listitem');
    expect(unread?.textContent).toContain('Not checked yet.');
    expect(damaged?.textContent).toContain('It is damaged. Your journal and the other backups are as they were.');
    expect(damaged?.textContent).not.toContain('entries');
  });

  it('say so while there are none, and offer no folder to look into', async () => {
    const { findByText, queryByRole } = show({ 'snapshots.list': always(snapshotsOf([])) });
    await findByText(/There is none yet. The first comes by itself/);
    expect(queryByRole('button', { name: 'Show in folder' })).toBeNull();
  });

  it('say what went wrong when they cannot be listed, and try again', async () => {
    const { client, user, findByRole, findAllByRole } = show({ 'snapshots.list': failing('FOLDER_MISSING') });
    const alert = await findByRole('alert');
    expect(alert.textContent).toContain('Perhaps a drive was taken out');
    client.answer('snapshots.list', always(snapshotsOf([daysAgo(0)])));
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await findAllByRole('listitem')).toHaveLength(1);
  });

  it('are not made of the sample, and nothing is asked about them', async () => {
    const { client, findByText, queryByRole } = show({
      'vault.status': always<VaultStatus>({ ...open, sample: true }),
    });
    await findByText(/This sample is thrown away when you leave it/);
    expect(queryByRole('button')).toBeNull();
    expect(client.inputsOf('snapshots.list')).toEqual([]);
  });

  it('are shown in the file manager without the window naming a path', async () => {
    const { client, user, findByRole, findAllByText } = show({ 'shell.showSnapshots': always(null) });
    await user.click(await findByRole('button', { name: 'Show in folder' }));
    expect(client.inputsOf('shell.showSnapshots')).toEqual([{}]);
    client.answer('shell.showSnapshots', failing('NOT_FOUND'));
    await user.click(await findByRole('button', { name: 'Show in folder' }));
    await findAllByText(/This backup is not there any more/);
  });

  it('are asked for again when the worker says that something is new', async () => {
    const { client, findAllByRole } = show();
    const stop = followSnapshots();
    expect(await findAllByRole('listitem')).toHaveLength(2);
    client.answer('snapshots.list', always(snapshotsOf([daysAgo(0), daysAgo(1), daysAgo(2)])));
    act(() => client.emit('snapshots.changed', {}));
    await waitFor(async () => expect(await findAllByRole('listitem')).toHaveLength(3));
    expect(client.inputsOf('vault.status')).toHaveLength(2);
    stop();
  });
});

describe('backing up now', () => {
  const press = async ({ user, findByRole }: ReturnType<typeof show>): Promise<void> =>
    user.click(await findByRole('button', { name: 'Back up now' }));

  it('says that it is done and checked, and lists it', async () => {
    const page = show({ 'snapshots.take': always(daysAgo(0)), 'snapshots.list': always(snapshotsOf([])) });
    page.client.answer('snapshots.list', always(snapshotsOf([daysAgo(0)])));
    await press(page);
    await page.findAllByText('Backed up and checked');
    await page.findByRole('button', { name: CHECK_TODAY });
    expect(page.client.inputsOf('snapshots.take')).toHaveLength(1);
  });

  it('shows how far it is and stops when asked to; the focus comes back', async () => {
    const page = show({ 'snapshots.take': failing('CANCELLED') });
    const letGo = page.client.hold('snapshots.take');
    await press(page);
    const bar = await page.findByRole('progressbar', { name: 'Getting ready' });
    const [{ job } = { job: '' }] = page.client.inputsOf('snapshots.take');
    act(() => page.client.emit('job.progress', { job, phase: 'writing', done: 1, total: 4 }));
    expect(await page.findByRole('progressbar', { name: 'Writing' })).toBe(bar);
    expect(bar.getAttribute('aria-valuenow')).toBe('25');
    await page.user.click(page.getByRole('button', { name: 'Cancel' }));
    expect(page.client.inputsOf('jobs.cancel')).toEqual([{ job }]);
    letGo();
    await waitFor(() => expect(page.queryByRole('progressbar')).toBeNull());
    expect(document.activeElement).toBe(page.getByRole('button', { name: 'Back up now' }));
    expect((await page.findByText('You stopped it.')).closest('output')).not.toBeNull();
    expect(page.queryByRole('alert')).toBeNull();
  });

  it('is asked for once, however often the button is pressed meanwhile', async () => {
    const page = show({ 'snapshots.take': always(daysAgo(0)) });
    const letGo = page.client.hold('snapshots.take');
    await press(page);
    await press(page);
    await page.user.click(page.getByRole('button', { name: CHECK_TODAY }));
    letGo();
    await page.findAllByText('Backed up and checked');
    expect(page.client.inputsOf('snapshots.take')).toHaveLength(1);
    expect(page.client.inputsOf('snapshots.verify')).toEqual([]);
  });

  it.each([
    ['DISK_FULL', 'not enough room on the disk for a backup'],
    ['SNAPSHOT_DAMAGED', 'it was not what had been written'],
    ['DATABASE_DAMAGED', 'Ebb found damage in the file with your pages'],
  ] as const)('tells a failure (%s) beside it: what happened, what is safe, what to do', async (code, words) => {
    const page = show({ 'snapshots.take': failing(code) });
    await press(page);
    const told = (await page.findByRole('alert')).textContent ?? '';
    expect(told).toContain(words);
    expect(told).toContain('as they were.');
  });

  it.each([
    ['says that it is done', ok(daysAgo(0)), 'Backed up and checked'],
    ['says why it is not', failed({ code: 'DISK_FULL' }), /not enough room on the disk for a backup/],
  ] as const)('goes on when the page is left, and %s', async (_, outcome, words) => {
    const page = show({ 'snapshots.take': () => outcome });
    const letGo = page.client.hold('snapshots.take');
    await press(page);
    page.rerender(<p>Another page</p>);
    const elsewhere = renderWith(<p>Another page</p>);
    expect(page.client.inputsOf('jobs.cancel')).toEqual([]);
    letGo();
    await elsewhere.findAllByText(words);
  });
});

describe('checking a backup now', () => {
  it('says that it is whole', async () => {
    const { client, user, findByRole, findAllByText } = show({ 'snapshots.verify': always(null) });
    await user.click(await findByRole('button', { name: CHECK_TODAY }));
    await findAllByText('The backup of today 12:00 is whole.');
    expect(client.inputsOf('snapshots.verify')).toMatchObject([{ name: daysAgo(0).name }]);
  });

  it('says that it is damaged, and so does the list from then on', async () => {
    const { client, user, findByRole, findAllByText, findByText, queryByRole } = show({
      'snapshots.verify': failing('SNAPSHOT_DAMAGED'),
    });
    await findByRole('button', { name: CHECK_TODAY });
    client.answer('snapshots.list', always(snapshotsOf([daysAgo(0, { damaged: true, verifiedAt: null })])));
    await user.click(await findByRole('button', { name: CHECK_TODAY }));
    await findAllByText(/^The backup of today 12:00 is damaged\./);
    await findByText(/^It is damaged\./);
    expect(queryByRole('alert')).toBeNull();
  });

  it('shows how far it is in its own row, and can be stopped', async () => {
    const { client, user, findByRole, findAllByRole, findByText, queryByRole } = show({
      'snapshots.verify': failing('CANCELLED'),
    });
    const letGo = client.hold('snapshots.verify');
    await user.click(await findByRole('button', { name: CHECK_TODAY }));
    const bar = await findByRole('progressbar');
    const [first, second] = await findAllByRole('listitem');
    expect(first?.contains(bar)).toBe(true);
    expect(second?.contains(bar)).toBe(false);
    await user.click(await findByRole('button', { name: 'Cancel' }));
    letGo();
    await findByText('You stopped it.');
    expect(queryByRole('progressbar')).toBeNull();
  });

  it('says when the backup has gone meanwhile', async () => {
    const { user, findByRole, findAllByText } = show({ 'snapshots.verify': failing('NOT_FOUND') });
    await user.click(await findByRole('button', { name: CHECK_TODAY }));
    await findAllByText(/This backup is not there any more/);
  });
});

describe('what there is to know of the backups', () => {
  it('is told when one that was due could not be made: what happened, what is safe, what to do', async () => {
    const { client, findByText, queryByText } = show({
      'snapshots.list': always(snapshotsOf([daysAgo(1)], { problem: 'DISK_FULL' })),
    });
    const followed = followSnapshots();
    await findByText(/not enough room on the disk for a backup. The older backups are as they were. Free some space/);
    client.answer('snapshots.list', always(snapshotsOf([daysAgo(0)])));
    act(() => client.emit('snapshots.changed', {}));
    await waitFor(() => expect(queryByText(/not enough room/)).toBeNull());
    followed();
  });

  it('leads to what can be brought back where the journal itself is damaged', async () => {
    const { client, user, findByText, getByRole } = show({
      'snapshots.list': always(snapshotsOf([daysAgo(1)], { problem: 'DATABASE_DAMAGED' })),
    });
    await findByText(/so no backup was made\. The older backups are as they were\. Lock your journal to see what can/);
    await user.click(getByRole('button', { name: 'Lock and look' }));
    await waitFor(() => expect(client.inputsOf('shell.lock')).toEqual([{}]));
    expect(window.location.hash).toBe('#/recovery');
    window.location.hash = '';
  });

  it.each([
    [[], null, {}, /Your pages are as you left them\. Ebb is making a new one by itself\.$/],
    [[daysAgo(0)], 3, {}, /Ebb has made a new one\. Copies of 3 of them lie in the second folder\.$/],
    [[], null, { problem: 'DISK_FULL' }, /Your pages are as you left them\.$/],
  ] as const)('is told once when all went that were in the folder (%#)', async (snapshots, copies, rest, words) => {
    const { client, user, findByText, queryByText, getByRole } = show({
      'snapshots.list': always(snapshotsOf([...snapshots], { lost: { copies }, ...rest })),
      'snapshots.seeLost': always(null),
    });
    await findByText("The backups in the journal's folder are not there any more.");
    expect(await findByText(words)).toBeDefined();
    expect(queryByText(/There is none yet/)).toBeNull();
    client.answer('snapshots.list', always(snapshotsOf([daysAgo(0)])));
    await user.click(getByRole('button', { name: 'I have read this' }));
    await waitFor(() => expect(queryByText(/are not there any more/)).toBeNull());
    expect(document.activeElement).toBe(getByRole('heading', { name: 'Backups so far' }));
  });

  it('promises no older ones where there are none', async () => {
    const { findByText, queryByText } = show({
      'snapshots.list': always(snapshotsOf([], { problem: 'READ_ONLY' })),
    });
    await findByText(/may not write or read in the folder of the backups/);
    expect(queryByText(/The older backups are as they were/)).toBeNull();
    expect(queryByText(/The first comes by itself/)).toBeNull();
  });

  it('is that none goes while the journal is much smaller, until the person says that this is right', async () => {
    const { client, user, findByText, findAllByText, getByRole, queryByText } = show({
      'snapshots.list': always(snapshotsOf([daysAgo(0)], { paused: true })),
      'snapshots.acceptSmaller': always(null),
    });
    await findByText('Your journal is much smaller than it was.');
    client.answer('snapshots.list', always(snapshotsOf([daysAgo(0)])));
    await user.click(getByRole('button', { name: 'This is right' }));
    await findAllByText('Thank you. Older backups make room for newer ones again.');
    await waitFor(() => expect(queryByText(/much smaller/)).toBeNull());
    expect(document.activeElement).toBe(getByRole('heading', { name: 'Backups so far' }));
    expect(client.inputsOf('snapshots.acceptSmaller')).toEqual([{}]);
  });
});
