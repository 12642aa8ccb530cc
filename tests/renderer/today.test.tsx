import { act, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { followSnapshots } from '#lib/follow-snapshots';
import { aCheckIn } from '#tests/support/builders';
import { always } from '#tests/support/fake-client';
import { TodayPage } from '../../renderer/features/today/today-page';
import { aJournal, moment, onAnEvening, open } from './days';
import { renderWith } from './render';

onAnEvening();

const show = () => renderWith(<TodayPage />, '/today');

describe('Today', () => {
  it('greets by the time of day, and by name only when it was told', async () => {
    aJournal();
    const { findByRole } = show();
    expect(await findByRole('heading', { level: 1, name: 'Good evening. One day at a time.' })).toBeDefined();
  });

  it('greets by name when it was told', async () => {
    aJournal({ profile: { name: 'Sam', reason: 'Maya' } });
    const { findByRole, findByText } = show();
    expect(await findByRole('heading', { level: 1, name: 'Good evening, Sam. One day at a time.' })).toBeDefined();
    expect(await findByText('“Maya”')).toBeDefined();
  });

  it('reminds of the recovery key while it is not proven', async () => {
    const client = aJournal();
    client.answer('vault.status', always({ ...open, recoveryKeyProven: false }));
    const { findByText } = show();
    expect(await findByText(/Your recovery key is not confirmed yet/)).toBeDefined();
  });

  it('says nothing of the recovery key once it is proven', async () => {
    aJournal();
    const { findByText, queryByText } = show();
    await findByText('None today so far.');
    expect(queryByText(/recovery key/)).toBeNull();
  });

  it('tells once of a service that copies the journal to other computers', async () => {
    const client = aJournal();
    client.answer('vault.status', always({ ...open, synced: { by: 'google-drive', seen: false } }));
    client.answer('vault.seeSyncedFolder', always(null));
    const { user, findByText, queryByText, getByRole } = show();
    await findByText(/Google Drive seems to copy your journal's folder/);
    client.answer('vault.status', always({ ...open, synced: { by: 'google-drive', seen: true } }));
    await user.click(getByRole('button', { name: 'I have read this' }));
    await waitFor(() => expect(queryByText(/Google Drive/)).toBeNull());
    expect(client.inputsOf('vault.seeSyncedFolder')).toEqual([{}]);
  });

  it('says quietly when a backup was last verified', async () => {
    const client = aJournal();
    const { findByText, queryByText } = show();
    await findByText('No verified backup on this computer');
    client.answer('vault.status', always({ ...open, backupVerifiedAt: moment('2026-11-20', 21 * 60 + 5).at }));
    const stop = followSnapshots();
    act(() => client.emit('snapshots.changed', {}));
    await findByText('Last backup verified yesterday 21:05');
    expect(queryByText(/could check/)).toBeNull();
    stop();
  });

  it('tells once that the backups in the folder are gone', async () => {
    const client = aJournal();
    client.answer('vault.status', always({ ...open, backupsLost: true }));
    client.answer('snapshots.seeLost', always(null));
    const { user, findByText, queryByText, getByRole } = show();
    await findByText(/^The backups in your journal's folder are not there any more\./);
    client.answer('vault.status', always(open));
    await user.click(getByRole('button', { name: 'I have read this' }));
    await waitFor(() => expect(queryByText(/are not there any more/)).toBeNull());
  });

  it('says nothing of backups in the sample', async () => {
    const client = aJournal();
    client.answer('vault.status', always({ ...open, sample: true }));
    const { findByText, queryByText } = show();
    await findByText('None today so far.');
    expect(queryByText(/backup/i)).toBeNull();
  });

  it.each([
    [moment('2026-11-05').at, /The last backup of this journal that Ebb could check is from Thu 5 Nov\./],
    [null, /There is no backup of this journal on this computer that Ebb could check\./],
  ])('tells once that a verified backup is overdue (%s)', async (backupVerifiedAt, words) => {
    const client = aJournal();
    client.answer('vault.status', always({ ...open, backupVerifiedAt, backupOverdue: true }));
    client.answer('vault.seeBackupOverdue', always(null));
    const { user, findByText, queryByText, getByRole } = show();
    expect((await findByText(words)).textContent).toContain('Your pages are as you left them.');
    client.answer('vault.status', always({ ...open, backupVerifiedAt }));
    await user.click(getByRole('button', { name: 'I have read this' }));
    await waitFor(() => expect(queryByText(words)).toBeNull());
    expect(client.inputsOf('vault.seeBackupOverdue')).toEqual([{}]);
  });

  it.each([
    [
      { backup: true, key: true },
      /a backup can be read back and whether the recovery key/,
      ['Test a backup', 'Check the key'],
    ],
    [{ backup: true, key: false }, /a backup can be read back\. /, ['Test a backup']],
    [{ backup: false, key: true }, /whether the recovery key you keep is the right one/, ['Check the key']],
  ])('offers once, in one line, to look whether all is in order (%o)', async (checkOffer, words, ways) => {
    const client = aJournal();
    client.answer('vault.status', always({ ...open, checkOffer }));
    client.answer('vault.putCheckOfferAside', always(null));
    const { user, findByText, queryByText, queryAllByRole, getByRole } = show();
    await findByText(words);
    const names = queryAllByRole('button').map(({ textContent }) => textContent ?? '');
    expect(names.filter((name) => ['Test a backup', 'Check the key'].includes(name))).toEqual(ways);
    client.answer('vault.status', always(open));
    await user.click(getByRole('button', { name: 'Not now' }));
    await waitFor(() => expect(queryByText(words)).toBeNull());
    expect(client.inputsOf('vault.putCheckOfferAside')).toEqual([{}]);
  });

  it('leads from that offer to the place in Settings', async () => {
    const client = aJournal();
    client.answer('vault.status', always({ ...open, checkOffer: { backup: true, key: true } }));
    const { user, findByRole, paths } = show();
    await user.click(await findByRole('button', { name: 'Check the key' }));
    expect(paths.at(-1)).toBe('/settings');
  });

  it('invites after three quiet days, without a word about them', async () => {
    aJournal({ checkIns: [aCheckIn({ ...moment('2026-11-17') })] });
    const { findByText } = show();
    expect(await findByText('Nothing to make up for. Want to check in?')).toBeDefined();
  });

  it('does not call a new journal quiet', async () => {
    aJournal();
    const { findByText, queryByText } = show();
    await findByText('None today so far.');
    expect(queryByText(/Nothing to make up for/)).toBeNull();
  });
});
