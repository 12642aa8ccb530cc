import { act } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Recovery, Salvage } from '#core/recovery';
import { ok } from '#core/result';
import type { SnapshotName, SnapshotSummary } from '#core/snapshot';
import type { VaultStatus } from '#core/vault-status';
import { always, failing, fakeClient } from '#tests/support/fake-client';
import { Gate } from '../../renderer/gate';
import { onAnEvening } from './days';
import { renderWith } from './render';

onAnEvening();

const HOUR = 3_600_000;

const locked = (problem: 'DATABASE_DAMAGED' | 'FOLDER_MISSING' | null): VaultStatus => ({
  state: 'locked',
  problem,
  folder: '/home/sam/ebb/journal',
  journals: [{ id: '0195f2a0-0000-4000-8000-000000000001', createdAt: Date.UTC(2026, 0, 12), current: true }],
  backupVerifiedAt: null,
  replaced: [],
  keyChange: null,
});

const backup = (hoursAgo: number, part: Partial<SnapshotSummary> = {}): SnapshotSummary => ({
  name: `20261121T${String(100_000_000 + hoursAgo)}Z-1` as SnapshotName,
  takenAt: Date.now() - hoursAgo * HOUR,
  reason: 'daily',
  bytes: 3_400_000,
  used: 3_400_000,
  entries: 200,
  checkIns: 40,
  verifiedAt: Date.now(),
  damaged: false,
  earlierKey: false,
  ...part,
});

const read = (part: Partial<Salvage> = {}): Salvage => ({
  found: { entry: 210, 'check-in': 41 },
  filled: { entry: 2 },
  missing: { entry: 3 },
  binned: { entries: 0, checkIns: 0 },
  isUnsure: false,
  latestAt: Date.now() - HOUR,
  ...part,
});

/** The screen with what was found in a damaged journal. */
const look = async (part: Partial<Recovery>) => {
  const found: Recovery = {
    database: 'damaged',
    snapshots: [],
    salvage: null,
    salvageProblem: null,
    copiesTo: null,
    ...part,
  };
  const client = fakeClient({
    'vault.status': always(locked('DATABASE_DAMAGED')),
    'unsaved.waiting': always(false),
    'recovery.look': always(found),
    'recovery.forget': always(null),
    'recovery.secondFolder': always(null),
  });
  client.answer('recovery.takeSalvage', () => {
    client.answer('vault.status', always(locked(null)));
    return ok(null);
  });
  const view = renderWith(<Gate />);
  const press = async (name: string) => view.user.click(await view.findByRole('button', { name }));
  await press('See what can be brought back');
  await view.findByRole('heading', { name: 'What can be brought back' });
  await view.user.keyboard('harbor walnut{Enter}');
  return { ...view, client, press };
};

describe('what can still be read of a damaged journal', () => {
  it('stands before the backups, is chosen where it brings back more, and says what is missing', async () => {
    const { findAllByRole, getByText } = await look({ salvage: read(), snapshots: [backup(20), backup(30)] });
    const radios = (await findAllByRole('radio')) as HTMLInputElement[];
    expect(radios.map(({ checked }) => checked)).toEqual([true, false, false]);
    expect(radios[0]?.closest('label')?.textContent).toBe('What can still be read212 entries41 check-ins');
    expect(getByText('What can still be read, and 2 backups, the newest first')).toBeTruthy();
    expect(getByText('Cannot be read any more: 3 entries.')).toBeTruthy();
    expect(getByText('Damaged, and taken from the newest whole backup: 2 entries.')).toBeTruthy();
  });

  it('leaves the choice to a backup that holds more', async () => {
    const { findAllByRole } = await look({
      salvage: read({ found: { entry: 12 }, filled: {}, missing: {}, isUnsure: true }),
      snapshots: [backup(1, { damaged: true }), backup(20)],
    });
    const radios = (await findAllByRole('radio')) as HTMLInputElement[];
    expect(radios.map(({ checked }) => checked)).toEqual([false, false, true]);
  });

  it('is asked about once, with everything that is to be known, and then takes the place of the journal', async () => {
    const { client, press, findByRole, findAllByText } = await look({ salvage: read() });
    await press('Bring this back');
    const question = await findByRole('alertdialog', { name: 'Bring back what can still be read?' });
    expect(question.textContent).toContain('It holds 212 entries and 41 check-ins.');
    expect(question.textContent).toContain('3 entries');
    expect(question.textContent).toContain('The files that are here now are kept as they are');
    await press('Bring it back');
    await findByRole('heading', { name: 'Welcome back' });
    expect(client.inputsOf('recovery.takeSalvage')).toHaveLength(1);
    expect(await findAllByText(/with everything that could still be read/)).toHaveLength(2);
  });

  it('that lacks nothing says so, and one that may lack more says that', async () => {
    const whole = await look({ salvage: read({ missing: {}, filled: {} }) });
    await whole.findByText('As far as Ebb can tell, nothing is missing.');
    whole.unmount();
    const unsure = await look({ salvage: read({ missing: {}, isUnsure: true }) });
    await unsure.findByText('A little more may be missing that Ebb cannot count.');
    expect(unsure.queryByText('As far as Ebb can tell, nothing is missing.')).toBeNull();
  });

  it('that cannot be looked at says why, and leaves the backups', async () => {
    const { findByRole, findAllByRole } = await look({ salvageProblem: 'DISK_FULL', snapshots: [backup(2)] });
    expect((await findByRole('alert')).textContent).toContain('not enough room on the disk to read what is left');
    expect(await findAllByRole('radio')).toHaveLength(1);
  });

  it('and no backup: the reason, and another look', async () => {
    const { press, findByRole } = await look({ salvageProblem: 'DISK_FULL' });
    expect((await findByRole('alert')).textContent).toContain('not enough room');
    await press('Try again');
    await findByRole('heading', { name: 'What can be brought back' });
  });

  it('is not offered where nothing can be read', async () => {
    const { findByRole } = await look({ salvage: read({ found: {}, filled: {}, missing: {}, isUnsure: true }) });
    await findByRole('heading', { name: 'There is no backup here' });
  });
});

const TICKET = '0195f2a0-0000-4000-8000-0000000000aa';

/** A first run on a new computer, with a folder to be chosen. */
const newComputer = async () => {
  const client = fakeClient({
    'vault.status': always({ state: 'none' }),
    'unsaved.waiting': always(false),
    'recovery.secondFolder': always(null),
    'recovery.forget': always(null),
    'shell.chooseFolder': always({ ticket: TICKET, name: 'STICK', folder: '/media/sam' }),
    'recovery.findBackups': always({ backups: 3, newestAt: Date.now() - 20 * HOUR }),
    'recovery.lookElsewhere': always({
      database: 'elsewhere',
      snapshots: [backup(20), backup(44)],
      salvage: null,
      salvageProblem: null,
      copiesTo: null,
    }),
  });
  client.answer('recovery.restore', () => {
    client.answer('vault.status', always(locked(null)));
    return ok(null);
  });
  const view = renderWith(<Gate />);
  const press = async (name: string) => view.user.click(await view.findByRole('button', { name }));
  await press('I have a backup');
  await view.findByRole('heading', { name: 'Restore a backup' });
  return { ...view, client, press };
};

describe('backups in another folder', () => {
  it('bring the journal to a new computer', async () => {
    const { client, user, press, findByRole, findByText } = await newComputer();
    await press('Choose the folder');
    await findByRole('heading', { name: 'There are 3 backups' });
    await findByText(/^The newest is from today/);
    await user.keyboard('harbor walnut{Enter}');
    await findByRole('heading', { name: 'Your journal can be brought back' });
    expect(client.inputsOf('recovery.lookElsewhere')).toMatchObject([
      { folder: TICKET, type: 'passphrase', secret: 'harbor walnut' },
    ]);
    await press('Bring this one back');
    expect((await findByRole('alertdialog')).textContent).toContain(
      'The backups that are in the folder now stay as they are',
    );
    await press('Bring it back');
    await findByRole('heading', { name: 'Your journal is here again' });
    await press('Unlock it');
    await findByRole('heading', { name: 'Welcome back' });
    expect(client.inputsOf('recovery.forget')).toHaveLength(1);
  });

  it.each([true, false])('can go on being copied there; asked first (%s)', async (goOnCopying) => {
    const { client, user, press, findByRole } = await newComputer();
    const found: Recovery = {
      database: 'elsewhere',
      snapshots: [backup(20)],
      salvage: null,
      salvageProblem: null,
      copiesTo: '/media/sam/STICK',
    };
    client.answer('recovery.lookElsewhere', always(found));
    await press('Choose the folder');
    await findByRole('heading', { name: 'There are 3 backups' });
    await user.keyboard('harbor walnut{Enter}');
    await press('Bring this one back');
    const box = await findByRole('checkbox', { name: 'Go on copying new backups into /media/sam/STICK' });
    expect(box).toHaveProperty('checked', true);
    if (!goOnCopying) await user.click(box);
    await press('Bring it back');
    await findByRole('heading', { name: 'Your journal is here again' });
    expect(client.inputsOf('recovery.restore')).toMatchObject([{ goOnCopying }]);
  });

  it('are not in the folder: it is said, and another can be chosen', async () => {
    const { client, press, findByRole } = await newComputer();
    client.answer('recovery.findBackups', always({ backups: 0, newestAt: null }));
    await press('Choose the folder');
    expect((await findByRole('alert')).textContent).toContain('There are no backups of Ebb in this folder.');
    client.answer('recovery.findBackups', always({ backups: 1, newestAt: Date.now() }));
    await press('Choose the folder');
    await findByRole('heading', { name: 'There is one backup' });
  });

  it.each([
    ['WRONG_PASSPHRASE', 'opens none of the backups in this folder'],
    ['FOLDER_MISSING', 'Perhaps a drive was taken out'],
    ['VAULT_NEWER', 'made by a newer version'],
  ] as const)('that do not open say why: %s', async (code, words) => {
    const { client, user, press, findByRole } = await newComputer();
    client.answer('recovery.lookElsewhere', failing(code));
    await press('Choose the folder');
    await findByRole('heading', { name: 'There are 3 backups' });
    await user.keyboard('harbor walnut{Enter}');
    expect((await findByRole('alert')).textContent).toContain(words);
  });

  it('that are all damaged leave the export', async () => {
    const { client, user, press, findByRole } = await newComputer();
    const damaged: Recovery = {
      database: 'elsewhere',
      snapshots: [backup(1, { damaged: true })],
      salvage: null,
      salvageProblem: null,
      copiesTo: null,
    };
    client.answer('recovery.lookElsewhere', always(damaged));
    await press('Choose the folder');
    await findByRole('heading', { name: 'There are 3 backups' });
    await user.keyboard('harbor walnut{Enter}');
    await findByRole('heading', { name: 'The backups there are damaged' });
  });

  it('are offered where Ebb has copied them, when the journal is gone', async () => {
    const client = fakeClient({
      'vault.status': always(locked('FOLDER_MISSING')),
      'unsaved.waiting': always(false),
      'recovery.secondFolder': always({ folder: '/media/sam/STICK', present: true }),
      'recovery.findBackups': always({ backups: 2, newestAt: Date.now() }),
      'recovery.forget': always(null),
    });
    const { user, findByRole, findByText } = renderWith(<Gate />);
    await user.click(await findByRole('button', { name: 'Restore a backup from a folder' }));
    await findByText('Ebb has copied its backups to /media/sam/STICK.');
    await user.click(await findByRole('button', { name: 'Look there' }));
    await findByRole('heading', { name: 'There are 2 backups' });
    expect(client.inputsOf('recovery.findBackups')).toEqual([{ folder: null }]);
    await act(async () => undefined);
  });
});
